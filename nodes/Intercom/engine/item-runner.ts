import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { IntercomClient } from '../client/client';
import { download } from '../client/download';
import { readPages, recordsIn, valueAt, type Page, type Send } from '../client/paginate';
import type { IntercomRequest } from '../client/request';
import { mostPartsAtOnce, readInParts, type Listing } from '../client/split';
import type { Choices } from './choices';
import type { Endpoint } from './endpoint';
import type {
	ListRequest,
	ListSettings,
	Operation,
	OperationContext,
	OperationResult,
	OutputWithBinary,
	Records,
} from './operation';
import type { Span } from '../search/days';
import { selected, simplified } from './output';

type SingleOutput = IDataObject | OutputWithBinary;
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
		const outputs: INodeExecutionData[] = [];
		const pairedItem = { item: itemIndex };
		for await (const page of pagesOf(result))
			for (const record of page) outputs.push({ ...this.outputOf(record, choices), pairedItem });
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
		if (list !== undefined) return this.readList({ method, path, query, body, list }, choices);
		const hasBody = method !== 'GET' && (method !== 'DELETE' || bodyOnDelete === true);
		const answer = await this.client.send({
			method,
			path,
			query,
			body: hasBody ? body : undefined,
			repeatable: this.isRepeatable(method),
			expects: emptyAnswer === undefined ? 'record' : 'recordOrNothing',
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
	private readList(request: ListRequest, choices: Choices, keep?: Keep): Records {
		const wanted = wantedBy(choices);
		const whole = this.listing(request, choices, keep === undefined ? wanted : Infinity);
		// How many records pass a filter shows only when they are there.
		const isForeseen = keep === undefined || choices.returnAll;
		if (isForeseen && choices.output !== 'page') whole.options.readAhead = wanted;
		const send: Send = async (next) => await this.client.send(next);
		const prepare = async () => await this.partition(request, choices);
		const atOnce = isReadInParts(request.list, choices) ? this.partsAtOnce() : 1;
		const pages =
			atOnce > 1
				? readInParts(send, whole, prepare, atOnce)
				: readPages(send, whole.request, whole.options);
		return this.collect(pages, choices, request.list, keep);
	}

	/** How many parts of an item's list may be read at once: items run side by side themselves. */
	private partsAtOnce(): number {
		return Math.floor(mostPartsAtOnce / this.context.getInputData().length);
	}

	private async partition(request: ListRequest, choices: Choices) {
		const partition = await request.list.parts?.of(request, this.client);
		if (partition === undefined) return undefined;
		const { requestFor } = partition;
		return {
			...partition,
			requestFor: (span: Span) => this.listing(requestFor(span), choices, Infinity),
		};
	}

	/** Takes the records of pages up to the user's limit; asks for no page after that. */
	private async *collect(
		pages: AsyncIterable<Page>,
		choices: Choices,
		list: ListSettings,
		keep?: Keep,
	): AsyncGenerator<IDataObject[], void, undefined> {
		let left = wantedBy(choices);
		for await (const page of pages) {
			if (choices.output === 'page') {
				yield [pageOf(page, list, keep)];
				return;
			}
			const records = keep === undefined ? page.records : page.records.filter(keep);
			yield records.length > left ? records.slice(0, left) : records;
			left -= records.length;
			if (left <= 0) return;
		}
	}

	private listing(request: ListRequest, choices: Choices, wanted: number): Listing {
		const { key, pagingIn } = request.list;
		return { request: this.firstRequest(request, choices, wanted), options: { key, pagingIn } };
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

	private outputOf(result: SingleOutput, choices: Choices): INodeExecutionData {
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
			list: (request, keep) => this.readList(request, choices, keep),
			collect: (pages) => this.collect(pages, choices, this.operation.list ?? {}),
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

/** A result page by page; what is no list is one page. */
function pagesOf(result: OperationResult): AsyncIterable<IDataObject[]> | SingleOutput[][] {
	if (Symbol.asyncIterator in result) return result as AsyncIterable<IDataObject[]>;
	return [Array.isArray(result) ? result : [result]];
}

/** Whether a list may be read in parts: only as a whole, from its beginning. */
function isReadInParts({ parts }: ListSettings, choices: Choices): boolean {
	if (parts === undefined || choices.output === 'page' || choices.startingAfter) return false;
	return choices.returnAll && (choices.readInParallel ?? parts.byDefault);
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
