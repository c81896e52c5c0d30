import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { IDataObject } from 'n8n-workflow';

import type { StoredCredential } from '../../support/credentials-helper';
import type { Fault } from './fault-kinds';

/** The contacts, companies and changes that a complete list has. */
export const allIds = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** How many records a page of a list holds. */
const pageSize = 3;

/** When the lists' records were changed, in Unix seconds. */
const changedAt = 1_790_000_000;

const records = allIds.map((id) => ({ type: 'contact', id, email: `${id}@example.com` }));

/** A request as the server sees it. */
interface Asked {
	method: string;
	path: string;
	query: URLSearchParams;
	body: IDataObject;
}

interface Answer {
	status: number;
	body: IDataObject;
}

/** Where the fault strikes: requests like this, from this one on (counted from 1). */
export interface Target {
	match: RegExp;
	nth: number;
}

/** An Intercom that a single case has to itself: what it does to requests, and what really happened. */
export class Place {
	/** Writes that were carried out, by name. */
	readonly done: string[] = [];
	/** How many requests came in. */
	requests = 0;
	private readonly leads: IDataObject[] = [];
	private strikes = 0;
	private matching = 0;
	private scrolled = 0;

	/** @param times how many requests the fault hits */
	constructor(
		readonly baseUrl: string,
		private readonly fault: Fault,
		private readonly target: Target,
		private times: number,
	) {}

	get credentials(): StoredCredential {
		const data = { accessToken: 'token', region: 'us', baseUrl: this.baseUrl };
		return { type: 'intercomAccessTokenApi', data };
	}

	/** From now on the server tells the truth. */
	heal(): void {
		this.times = 0;
	}

	handle(asked: Asked, response: ServerResponse): void {
		this.requests += 1;
		const isTarget = this.target.match.test(`${asked.method} ${asked.path}`);
		if (isTarget) this.matching += 1;
		if (isTarget && this.matching >= this.target.nth && this.strikes < this.times) {
			this.strikes += 1;
			this.fault.strike(response, () => this.answer(asked));
			return;
		}
		const { status, body } = this.answer(asked);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
	}

	private answer({ method, path, query, body }: Asked): Answer {
		const ok = (answer: IDataObject) => ({ status: 200, body: answer });
		switch (`${method} ${path}`) {
			case 'GET /me':
				return ok({ type: 'admin', id: '1', app: { id_code: 'a', timezone: 'UTC' } });
			case 'POST /contacts':
				return ok(this.create(body));
			case 'PUT /contacts/1':
				this.done.push('update');
				return ok({ ...records[0], ...body });
			case 'POST /conversations/1/reply':
				this.done.push('reply');
				return ok({ type: 'conversation', id: '1' });
			case 'POST /things':
				this.done.push('thing');
				return ok({ type: 'thing', id: '1' });
			case 'GET /contacts':
				return ok(pageAfter(query.get('starting_after')));
			case 'POST /contacts/search':
				return ok(this.search(body));
			case 'POST /companies/list':
				return ok(numberedPage(Number(query.get('page') ?? 1)));
			case 'GET /companies/scroll':
				if (!query.has('scroll_param')) this.scrolled = 0;
				this.scrolled += 1;
				return ok({
					type: 'list',
					data: slice(this.scrolled),
					total_count: records.length,
					scroll_param: 'scroll',
				});
			default:
				return { status: 404, body: { type: 'error.list', errors: [{ code: 'not_found' }] } };
		}
	}

	private create(body: IDataObject): IDataObject {
		this.done.push('create');
		const lead = { ...body, type: 'contact', id: `new-${this.done.length}`, created_at: 1 };
		this.leads.push(lead);
		return lead;
	}

	/** Searches by email, as a look-up does, or for everything. */
	private search({ query, pagination }: IDataObject): IDataObject {
		const isLookUp = JSON.stringify(query).includes('"email"');
		if (isLookUp) return { type: 'list', data: this.leads, total_count: this.leads.length };
		const cursor = (pagination as IDataObject | undefined)?.starting_after;
		return pageAfter(cursor === undefined ? null : String(cursor));
	}
}

/** The records of a page. */
export function slice(page: number): IDataObject[] {
	return records
		.slice((page - 1) * pageSize, page * pageSize)
		.map((record) => ({ ...record, created_at: changedAt, updated_at: changedAt }));
}

function pageAfter(cursor: string | null): IDataObject {
	// `page-2-again` leads to the same page, as the cursor of an empty page does.
	const page = cursor === null ? 1 : Number(cursor.split('-')[1]);
	const next = page < 3 ? { page: page + 1, starting_after: `page-${page + 1}` } : null;
	const pages = { type: 'pages', page, per_page: pageSize, total_pages: 3, next };
	return { type: 'list', data: slice(page), total_count: records.length, pages };
}

function numberedPage(page: number): IDataObject {
	const pages = { type: 'pages', page, per_page: pageSize, total_pages: 3, next: null };
	return { type: 'list', data: slice(page), total_count: records.length, pages };
}

/** A server on loopback with a place for every case. */
export class LyingServer {
	private readonly places: Place[] = [];
	private readonly server: Server;

	constructor() {
		this.server = createServer((request, response) => void this.handle(request, response));
	}

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** Makes a place whose fault strikes so many times. */
	place(fault: Fault, target: Target, times: number): Place {
		const { port } = this.server.address() as AddressInfo;
		const baseUrl = `http://127.0.0.1:${port}/${this.places.length}`;
		const place = new Place(baseUrl, fault, target, times);
		this.places.push(place);
		return place;
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const [, index, ...path] = url.pathname.split('/');
		const sent = await text(request);
		const body: unknown = sent === '' ? {} : JSON.parse(sent);
		const method = request.method ?? 'GET';
		const asked = { method, path: `/${path.join('/')}`, query: url.searchParams };
		this.places[Number(index)].handle({ ...asked, body: body as IDataObject }, response);
	}
}
