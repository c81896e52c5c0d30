import { afterEach, describe, expect, it } from '@jest/globals';
import type { WorkflowDefinition } from '../../dev/n8n/rest';
import { type ChatModel, startChatModel } from './support/chat-model';
import { usePlayground } from './support/playground';
import { chain, intercomNode, node, START } from './support/workflows';

describe('AI tool', () => {
	const playground = usePlayground();
	let model: ChatModel;
	afterEach(async () => await model.close());

	/** An agent that has the Intercom node as its tool: find a contact by an email the model names. */
	async function agentWorkflow(): Promise<WorkflowDefinition> {
		const { client, credential, n8n } = playground();
		const openAi = await client.createCredential('Model', 'openAiApi', {
			apiKey: 'fake',
			url: model.url,
			header: false,
		});
		const agent = node(
			'Agent',
			'@n8n/n8n-nodes-langchain.agent',
			{ promptType: 'define', text: 'Who is our head of support?', options: {} },
			{ typeVersion: n8n.major === '1' ? 3 : 3.1 },
		);
		const chatModel = node(
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			{
				model: { __rl: true, mode: 'id', value: 'fake-model' },
				responsesApiEnabled: false,
				options: {},
			},
			{ typeVersion: 1.3, credentials: { openAiApi: { id: openAi.id, name: openAi.name } } },
		);
		const tool = {
			...intercomNode('Find contact', credential, {
				resource: 'contact',
				operation: 'get',
				by: 'email',
				email: "={{ $fromAI('email', 'The email address of the contact', 'string') }}",
			}),
			type: 'n8n-nodes-intercom.intercomTool',
		};
		const workflow = chain('Ask', agent);
		return {
			...workflow,
			nodes: [...workflow.nodes, chatModel, tool],
			connections: {
				...workflow.connections,
				Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
				'Find contact': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
			},
		};
	}

	it('is offered to the model, called by it, and its result is answered', async () => {
		const { client } = playground();
		model = await startChatModel({ email: 'head.of.support@example.com' });
		const workflow = await client.createWorkflow(await agentWorkflow());

		const { status, runData } = await client.runWorkflow(workflow, START);

		expect(status).toBe('success');
		const [tool] = model.requests[0].tools ?? [];
		expect(tool.function).toMatchObject({
			name: 'Find_contact',
			description: expect.stringMatching(/get contact/i),
		});
		expect(Object.keys(tool.function.parameters.properties)).toEqual(['email']);
		const [found] = runData['Find contact'][0].data?.ai_tool[0] ?? [];
		expect(found.json).toMatchObject({ email: 'head.of.support@example.com' });
		const [answer] = runData.Agent[0].data?.main[0] ?? [];
		expect(answer.json.output).toContain('Head of Support');
	});

	it('tells why it failed', async () => {
		const { client, n8n } = playground();
		model = await startChatModel({ email: 'nobody@example.com' });
		const workflow = await client.createWorkflow(await agentWorkflow());

		const { error } = await client.runWorkflow(workflow, START);

		// n8n 2 hands the error to the model, n8n 1 ends the execution with it (n8n-e2e.md §6).
		const [told] = model.requests.at(-1)?.messages.filter(({ role }) => role === 'tool') ?? [];
		expect(n8n.major === '1' ? error?.message : told.content).toContain('nobody@example.com');
	});
});
