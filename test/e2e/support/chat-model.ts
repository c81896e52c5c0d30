import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

/** A tool as it is offered to the model. */
export interface OfferedTool {
	name: string;
	description: string;
	parameters: { properties: Record<string, unknown> };
}

/** One request to the model. */
export interface ChatRequest {
	messages: Array<{ role: string; content: string | null }>;
	tools?: Array<{ function: OfferedTool }>;
}

/** A chat model on loopback that speaks OpenAI's protocol. */
export interface ChatModel {
	/** Base URL for the credential. */
	url: string;
	requests: ChatRequest[];
	close(): Promise<void>;
}

/**
 * Starts a chat model that calls the first tool it is offered with the given arguments, and then
 * answers with what the tool returned.
 */
export async function startChatModel(toolArguments: object): Promise<ChatModel> {
	const requests: ChatRequest[] = [];
	const server = fastify();
	server.post('/v1/chat/completions', (request) => {
		const chat = request.body as ChatRequest;
		requests.push(chat);
		const result = chat.messages.find(({ role }) => role === 'tool');
		return completion(result ? { content: result.content } : callTool(chat, toolArguments));
	});
	await server.listen({ host: '127.0.0.1', port: 0 });
	const { port } = server.server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/v1`, requests, close: async () => server.close() };
}

function callTool({ tools = [] }: ChatRequest, toolArguments: object) {
	const { name } = tools[0].function;
	return {
		content: null,
		tool_calls: [
			{
				id: 'call_1',
				type: 'function',
				function: { name, arguments: JSON.stringify(toolArguments) },
			},
		],
	};
}

function completion(message: object) {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 0,
		model: 'fake-model',
		choices: [
			{
				index: 0,
				message: { role: 'assistant', ...message },
				finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop',
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
