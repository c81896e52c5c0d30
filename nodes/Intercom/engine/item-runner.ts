import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { IntercomClient } from '../client/client';
import { download } from '../client/download';
import { readPages, recordsIn, valueAt, type Page } from '../client/paginate';
import type { IntercomRequest } from '../client/request';
import type { Endpoint } from './endpoint';
import type { Output } from './list-parameters';
import type {
	ListRequest,
	ListSettings,
	Operation,
	OperationContext,
	OperationResult,
} from './operation';
import { selected, simplified } from './output';

/** The user's choices for lists and shapes, read from the engine's own parameters. */
export interface Choices {
	returnAll: boolean;
	limit: number;
	output: Output;
	selectedFields: string[];
	pageSize?: number;
	startingAfter?: string;
}

type Keep = (record: IDataObject) => boolean;

/** Runs an operation for one item. */
export class ItemRunner {
	private readonly memory = new Map<string, unknown>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Operation,
		private readonly client: IntercomClient,
	) {}

	/**
	 * Does the work of one item and gives its output, paired with the item.
	 *
	 * @throws IntercomError, InputError or CancelledError
	 */
	async run(
		endpoint: Endpoint,
		choices: Choices,
		itemIndex: number,
	): Promise<INodeExecutionData[]> {
		const context = this.contextFor(endpoint, choices, itemIndex);
		const result = this.operation.run
			? await this.operation.run(context)
			: await this.send(endpoint, choices, context);
		const results = Array.isArray(result) ? result : [result];
		const outputs: INodeExecutionData[] = [];
		for (const single of results)
			outputs.push({ ...this.outputOf(single, choices), pairedItem: { item: itemIndex } });
		return outputs;
	}

	private async send(
		endpoint: Endpoint,
		choices: Choices,
		context: OperationContext,
	): Promise<OperationResult> {
		const { method = 'GET', path = '', query } = endpoint;
		const {
			list,
			responseKey,
			emptyAnswer,
			bodyOnDelete,
			complete = [],
			transform,
		} = this.operation;
		const body = { ...endpoint.body };
		for (const step of complete) Object.assign(body, await step(context));
		if (list !== undefined)
			return await this.readList({ method, path, query, body, list }, choices);
		const hasBody = method !== 'GET' && (method !== 'DELETE' || bodyOnDelete === true);
		const answer = await this.client.send({
			method,
			path,
			query,
			body: hasBody ? body : undefined,
			repeatable: this.isRepeatable(method),
		});
		if (transform !== undefined) return await transform(answer, context);
		const picked = responseKey === undefined ? answer : valueAt(answer, responseKey);
		const isEmpty =
			typeof picked !== 'object' || picked === null || Object.keys(picked).length === 0;
		return isEmpty ? (emptyAnswer ?? { success: true }) : (picked as OperationResult);
	}

	private isRepeatable(method: string): boolean {
		return this.operation.repeatable ?? ['GET', 'PUT', 'DELETE'].includes(method);
	}

	/** Reads a list as far as the user wants it, asking for no larger pages than needed. */
	private async readList(
		request: ListRequest,
		choices: Choices,
		keep?: Keep,
	): Promise<IDataObject[]> {
		const { list } = request;
		const first = this.firstRequest(request, choices, keep ? Infinity : wantedBy(choices));
		const send = async (next: IntercomRequest) => await this.client.send(next);
		const pages = readPages(send, first, { key: list.key, pagingIn: list.pagingIn });
		return await this.collect(pages, choices, list, keep);
	}

	/** Takes the records of pages up to the user's limit; asks for no page after that. */
	private async collect(
		pages: AsyncIterable<Page>,
		choices: Choices,
		list: ListSettings,
		keep?: Keep,
	): Promise<IDataObject[]> {
		const wanted = wantedBy(choices);
		const records: IDataObject[] = [];
		for await (const page of pages) {
			if (choices.output === 'page') return [pageOf(page, list, keep)];
			for (const record of page.records) {
				if (keep !== undefined && !keep(record)) continue;
				records.push(record);
				if (records.length >= wanted) return records;
			}
		}
		return records;
	}

	private firstRequest(request: ListRequest, choices: Choices, wanted: number): IntercomRequest {
		const { list, method, path, headers } = request;
		const paging: IDataObject = {};
		if (list.pageSize !== undefined)
			paging.per_page = Math.min(choices.pageSize ?? list.pageSize.max, list.pageSize.max, wanted);
		if (choices.startingAfter) paging.starting_after = choices.startingAfter;
		const { pagingIn = 'query' } = list;
		return {
			method,
			path,
			headers,
			query: pagingIn === 'query' ? { ...request.query, ...paging } : request.query,
			body: method === 'GET' ? undefined : withPaging(request.body ?? {}, pagingIn, paging),
			repeatable: true,
		};
	}

	private outputOf(result: OperationResult, choices: Choices): INodeExecutionData {
		if ('binary' in result && 'json' in result) return result as INodeExecutionData;
		const record = result as IDataObject;
		if (choices.output === 'selected') return { json: selected(record, choices.selectedFields) };
		if (choices.output === 'simplified' && this.operation.simplify !== undefined)
			return { json: simplified(record, this.operation.simplify) };
		return { json: record };
	}

	private contextFor(endpoint: Endpoint, choices: Choices, itemIndex: number): OperationContext {
		const helpers = this.context.helpers;
		return {
			itemIndex,
			values: endpoint.values,
			body: endpoint.body,
			query: endpoint.query,
			client: this.client,
			memory: this.memory,
			list: async (request, keep) => await this.readList(request, choices, keep),
			collect: async (pages) => await this.collect(pages, choices, this.operation.list ?? {}),
			wanted: choices.output === 'page' ? 1 : wantedBy(choices),
			binary: {
				read: async (property) => ({
					description: helpers.assertBinaryData(itemIndex, property),
					data: await helpers.getBinaryDataBuffer(itemIndex, property),
				}),
				write: async (data, fileName, mimeType) =>
					await helpers.prepareBinaryData(data, fileName, mimeType),
				download: async (file, maxBytes) =>
					await download(this.context, file, maxBytes, this.context.getExecutionCancelSignal()),
			},
			timezone: this.context.getTimezone(),
		};
	}
}

/** How many records the user wants of a list. */
function wantedBy({ output, returnAll, limit }: Choices): number {
	return output === 'page' || returnAll ? Infinity : limit;
}

/** The body of a list's first request. */
function withPaging(
	body: IDataObject,
	pagingIn: 'query' | 'body' | 'bodyFields',
	paging: IDataObject,
): IDataObject {
	if (pagingIn === 'query') return body;
	if (pagingIn === 'bodyFields') return { ...body, ...paging };
	return { ...body, pagination: { ...(body.pagination as IDataObject), ...paging } };
}

/** A page as Intercom sent it; where the node filters, with the records that passed. */
function pageOf(page: Page, list: ListSettings, keep?: Keep): IDataObject {
	if (keep === undefined || list.key === undefined || list.key.includes('.')) return page.body;
	return { ...page.body, [list.key]: recordsIn(page.body, list.key).filter(keep) };
}
