import type { ServerResponse } from 'node:http';

import type { IDataObject } from 'n8n-workflow';

import { slice } from './lying-server';

/** Carries out the request and gives the true answer. */
type CarryOut = () => { status: number; body: IDataObject };

/** A way in which a server, or something in between, fails. */
export interface Fault {
	name: string;
	/** What it does to; default: every request. */
	only?: 'lists';
	/** How often a case can bear it: for good, or once; default both. */
	times?: 'once';
	strike(response: ServerResponse, carryOut: CarryOut): void;
}

const errorList = {
	type: 'error.list',
	request_id: 'r-1',
	errors: [{ code: 'server_error', message: 'Something went wrong' }],
};
const webPage = '<html><head><title>502</title></head><body>Bad gateway</body></html>';
const asJson = { 'content-type': 'application/json' };

/** Answers without carrying out the request. */
function refusing(
	name: string,
	status: number,
	headers: () => Record<string, string>,
	body = JSON.stringify(errorList),
): Fault {
	return {
		name,
		strike: (response) => {
			response.writeHead(status, { ...asJson, ...headers() }).end(body);
		},
	};
}

/** Carries out the request, and then answers 200 with something else. */
function lying(
	name: string,
	body: (truth: IDataObject) => string,
	contentType = 'application/json',
): Fault {
	return {
		name,
		strike: (response, carryOut) => {
			const { body: truth } = carryOut();
			response.writeHead(200, { 'content-type': contentType }).end(body(truth));
		},
	};
}

/** Gives the list another page than the one asked for. */
function misleading(name: string, change: (page: IDataObject) => IDataObject): Fault {
	return { ...lying(name, (page) => JSON.stringify(change(page))), only: 'lists' };
}

const soon = () => String(Math.ceil(Date.now() / 1000) + 1);

/** All faults. */
export const faults: Fault[] = [
	refusing('429 with Retry-After', 429, () => ({ 'retry-after': '1' })),
	refusing('429 with Retry-After as a date', 429, () => ({
		'retry-after': new Date(Date.now() + 1_000).toUTCString(),
	})),
	refusing('429 with a reset', 429, () => ({
		'x-ratelimit-limit': '10',
		'x-ratelimit-remaining': '0',
		'x-ratelimit-reset': soon(),
	})),
	refusing('429 without headers', 429, () => ({})),
	refusing('429 as a web page', 429, () => ({ 'content-type': 'text/html' }), webPage),
	refusing('500', 500, () => ({})),
	refusing('502 as a web page', 502, () => ({ 'content-type': 'text/html' }), webPage),
	refusing('503 with nothing', 503, () => ({}), ''),
	refusing('504', 504, () => ({})),
	{ name: 'reset before', strike: (response) => void response.socket?.destroy() },
	{
		name: 'reset after',
		strike: (response, carryOut) => {
			carryOut();
			response.socket?.destroy();
		},
	},
	{
		name: 'broken off',
		strike: (response, carryOut) => {
			const text = JSON.stringify(carryOut().body);
			response.writeHead(200, { ...asJson, 'content-length': String(text.length) });
			response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
		},
	},
	lying('truncated', (truth) => JSON.stringify(truth).slice(0, -5)),
	lying('empty', () => ''),
	lying('a web page', () => webPage, 'text/html'),
	lying('null', () => 'null'),
	lying('{}', () => '{}'),
	lying('an error list', () => JSON.stringify(errorList)),
	lying('a word of a gateway', () => JSON.stringify({ status: 'ok' })),
	lying('a number', () => '42'),
	lying('text', () => '"ok"'),
	// A list in place of a record, a record in place of a list.
	lying('the wrong type', (truth) =>
		JSON.stringify(
			Array.isArray(truth.data) ? { type: 'contact', id: '1' } : { type: 'list', data: [] },
		),
	),
	misleading('a page again', (page) => ({ ...page, data: slice(1) })),
	misleading('a cursor again', (page) => ({
		...page,
		pages: { ...(page.pages as IDataObject), next: { starting_after: 'page-2' } },
	})),
	{
		...misleading('an empty page', (page) => ({
			...page,
			data: [],
			pages: { next: { starting_after: 'page-2-again' } },
		})),
		times: 'once',
	},
	{
		name: 'hangs',
		times: 'once',
		strike: (_response, carryOut) => void carryOut(),
	},
	{
		name: 'drips',
		times: 'once',
		strike: (response, carryOut) => {
			carryOut();
			response.writeHead(200, asJson).write('{');
			const drip = setInterval(() => response.write(' '), 500);
			response.on('close', () => clearInterval(drip));
		},
	},
];
