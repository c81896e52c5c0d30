import type { IDataObject } from 'n8n-workflow';

import { regions } from '../../client/hosts';
import { recordsIn, valueAt } from '../../client/paginate';
import { InputError } from '../../engine/input-error';
import type { Method, Operation, Parameter, Values } from '../../engine/operation';
import { optionsOf } from '../collections';

const keyValue = (displayName: string, name: string, description: string): Parameter => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Parameter',
	default: {},
	description,
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '' },
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
	wire: { to: 'none' },
});

const hosts: string[] = Object.values(regions).map(({ api }) => new URL(api).host);

/**
 * The path and query of what the user wrote: a path, or an address of Intercom's API as its
 * documentation shows it. Other hosts are refused, because the token goes along.
 *
 * @throws InputError
 */
export function splitPath(written: string): { path: string; query: IDataObject } {
	const input = written.trim();
	const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(input) || input.startsWith('//');
	let url: URL;
	try {
		url = new URL(isAddress ? input : input.replace(/^\/?/, '/'), regions.us.api);
	} catch {
		throw invalidPath(input);
	}
	if (isAddress && (url.protocol !== 'https:' || !hosts.includes(url.host)))
		throw invalidPath(input);
	if (input === '' || url.pathname === '/' || /\s/.test(input)) throw invalidPath(input);
	return { path: url.pathname, query: Object.fromEntries(url.searchParams) };
}

function invalidPath(input: string): InputError {
	return new InputError(
		`'Path' is not a path of Intercom's API: ${JSON.stringify(input)}`,
		"Write the path as in Intercom's API reference, such as /contacts or /tickets/123/reply. Requests go only to the credential's own host.",
	);
}

function pairs(rows: unknown): IDataObject {
	const entries = ((rows ?? []) as IDataObject[])
		.filter(({ name }) => typeof name === 'string' && name !== '')
		.map(({ name, value }) => [name, value ?? '']);
	return Object.fromEntries(entries) as IDataObject;
}

function headersOf(values: Values): IDataObject {
	const headers = pairs(values.headers);
	const forbidden = Object.keys(headers).find((name) =>
		/^(authorization|host|intercom-version)$/i.test(name),
	);
	if (forbidden === undefined) return headers;
	throw new InputError(
		`'Headers' may not set ${JSON.stringify(forbidden)}`,
		'The credential sets it. Change the credential to use another token or API version.',
	);
}

function bodyOf(values: Values): IDataObject | undefined {
	const { body } = values;
	if (body === undefined || body === '' || body === null) return undefined;
	if (typeof body === 'object') return body as IDataObject;
	throw new InputError(
		"'Body' must be a JSON object",
		'Write it in braces, such as {"name": "value"}.',
	);
}

const withoutBody = ['GET'];

export const call = {
	name: 'Make an API Call',
	value: 'call',
	action: 'Make custom API call',
	description:
		"Call any endpoint of Intercom's API that has no operation of its own, with limits, retries and paging handled",
	parameters: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			options: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((method) => ({
				name: method,
				value: method,
			})),
			default: 'GET',
			description: 'The HTTP method',
			wire: { to: 'none' },
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. /contacts',
			description: "The path of the endpoint as in Intercom's API reference",
			wire: { to: 'none' },
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			default: '{}',
			displayOptions: { hide: { method: withoutBody } },
			description: 'The JSON body of the request',
			wire: { to: 'none' },
		},
		keyValue('Query Parameters', 'query', 'What is written behind the path'),
		{
			displayName: 'Pagination',
			name: 'pagination',
			type: 'options',
			options: [
				{
					name: 'Automatic',
					value: 'automatic',
					description: 'Read page after page, one item per record',
				},
				{ name: 'Off', value: 'off', description: 'Send one request and return its answer' },
			],
			default: 'off',
			description: 'Whether to read further pages of a list',
			wire: { to: 'none' },
		},
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			displayOptions: { show: { pagination: ['automatic'] } },
			description: 'Whether to return all results or only up to a given limit',
			wire: { to: 'none' },
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 50,
			displayOptions: { show: { pagination: ['automatic'], returnAll: [false] } },
			description: 'Max number of results to return',
			wire: { to: 'none' },
		},
		optionsOf(
			{
				displayName: 'Full Response',
				name: 'fullResponse',
				type: 'boolean',
				default: false,
				description: 'Whether to return status and headers too; not with automatic pagination',
				wire: { to: 'none' },
			},
			keyValue('Headers', 'headers', 'Headers to send beside those of the credential'),
			{
				displayName: 'Response Key',
				name: 'responseKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. data.articles',
				description:
					'Where the useful part of the answer stands; dots nest. Lists are usually found without it.',
				wire: { to: 'none' },
			},
		),
	],
	check: (values) => {
		splitPath(String(values.path));
		headersOf(values);
		bodyOf(values);
	},
	run: async ({ client, values, list }) => {
		const method = values.method as Method;
		const { path, query } = splitPath(String(values.path));
		const key = String(values.responseKey ?? '');
		const request = {
			method,
			path,
			query: { ...query, ...pairs(values.query) },
			body: withoutBody.includes(method) ? undefined : bodyOf(values),
			headers: headersOf(values),
			repeatable: !['POST', 'PATCH'].includes(method) || path.endsWith('/search'),
		};
		if (values.pagination === 'automatic') {
			const pagingIn = request.body?.query === undefined ? 'query' : 'body';
			return await list({ ...request, list: { key: key === '' ? undefined : key, pagingIn } });
		}
		const { status, headers, body } = await client.exchange({ ...request, expects: 'anything' });
		const picked = key === '' ? body : valueAt(body, key);
		if (values.fullResponse === true) return { status, headers, body: picked } as IDataObject;
		if (Array.isArray(picked)) return recordsIn(picked);
		return typeof picked === 'object' && picked !== null
			? (picked as IDataObject)
			: { data: picked as string };
	},
} satisfies Operation;
