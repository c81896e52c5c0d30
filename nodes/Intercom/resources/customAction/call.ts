import type { IDataObject } from 'n8n-workflow';

import { recordsIn, valueAt } from '../../client/paginate';
import type { Method, Operation, Parameter } from '../../engine/operation';
import { optionsOf } from '../collections';
import { headersOf } from './headers';
import { queryOf, splitPath } from './path';

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
			wire: { to: 'none', shape: 'object' },
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
		queryOf(splitPath(String(values.path)).query, values.query);
		headersOf(values.headers);
	},
	run: async ({ client, values, list }) => {
		const method = values.method as Method;
		const { path, query } = splitPath(String(values.path));
		const key = String(values.responseKey ?? '');
		const isRead = method === 'GET' || (method === 'POST' && /\/(search|list)$/.test(path));
		const request = {
			method,
			path,
			query: queryOf(query, values.query),
			body: (values.body ?? undefined) as IDataObject | undefined,
			headers: headersOf(values.headers),
			repeatable: isRead || ['PUT', 'DELETE'].includes(method),
		};
		// Pages of a list are asked for again after a failure, which a write must not be.
		if (isRead && values.pagination === 'automatic') {
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
