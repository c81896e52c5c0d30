import type { Contract, SentRequest } from '../contract/contract';
import { listOperations } from '../contract/description';
import type { Description } from '../contract/description';

/** An answer as n8n's HTTP helper hands it over. */
export interface Answer {
	statusCode: number;
	headers: Record<string, string>;
	body: unknown;
}

/** The answer where the description has no example. */
function undescribed(method: string): object {
	return method === 'GET' ? { type: 'list', data: [] } : { type: 'record', id: '1' };
}

/** Answers every request with the description's own example of a success. */
export class Answers {
	private readonly examples = new Map<string, unknown>();

	constructor(
		description: Description,
		private readonly contract: Contract,
	) {
		for (const [name, { responses }] of listOperations(description)) {
			const success = Object.entries(responses).find(([status]) => Number(status) < 300)?.[1];
			const [first] = Object.values(success?.content?.['application/json']?.examples ?? {});
			this.examples.set(name, withoutNextPage(first?.value ?? undescribed(name.split(' ')[0])));
		}
	}

	/** The answer to a request; lists end with their first page. */
	to(request: SentRequest): Answer {
		const name = this.contract.operationOf(request) ?? '';
		const example = this.examples.get(name) ?? undescribed(request.method);
		const { page = '1', starting_after: cursor } = { ...request.query } as Record<string, string>;
		const isLaterPage = Number(page) > 1 || cursor !== undefined;
		const body = isLaterPage ? undescribed('GET') : this.fitting(request, example);
		return { statusCode: 200, headers: {}, body: structuredClone(body) };
	}

	/** Merging wants a lead and a user, told apart here by their IDs. */
	private fitting({ method, path }: SentRequest, example: unknown): unknown {
		if (method !== 'GET' || !/^\/contacts\/[^/]+$/.test(path)) return example;
		return { ...(example as object), role: path.endsWith('1') ? 'lead' : 'user' };
	}
}

/** A list that ends, so that no run goes on for ever. */
function withoutNextPage(example: unknown): unknown {
	if (typeof example !== 'object' || example === null) return example;
	if (!('pages' in example)) return example;
	return { ...example, pages: { ...(example.pages as object), next: null, total_pages: 1 } };
}
