import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';

import { loadCredentialTypes } from '../../../test/support/compiled-package';
import type { Task } from '../task';
import { inPool } from './pool';
import { runInEngine, updateItems, type Outcome, type Way } from './way';

type RequestFor = (context: IExecuteFunctions, id: string, index: number) => IHttpRequestOptions;

const credentialType = 'intercomAccessTokenApi';
const size = 40;
const headers = { 'Intercom-Version': '2.16' };

const properties: INodeProperties[] = [
	{ displayName: 'ID', name: 'id', type: 'string', default: '' },
	{ displayName: 'Fields', name: 'fields', type: 'json', default: '' },
];

function bareNode(ids: string[], requestFor: RequestFor): INodeType {
	return {
		description: {
			displayName: 'Bare',
			name: 'bare',
			group: ['output'],
			version: 1,
			description: 'Calls the request helper and nothing else',
			defaults: { name: 'Bare' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: credentialType, required: true }],
			properties,
		},
		async execute(this: IExecuteFunctions) {
			await inPool(ids, size, async (id, index) => {
				const request = requestFor(this, id, index);
				await this.helpers.httpRequestWithAuthentication.call(this, credentialType, request);
			});
			return [this.getInputData()];
		},
	};
}

async function run(task: Task, ids: string[], requestFor: RequestFor): Promise<Outcome> {
	const options = {
		parameters: { id: '={{ $json.id }}', fields: '={{ { name: $json.name } }}' },
		credentialTypes: loadCredentialTypes(),
		credentials: { type: credentialType, data: { accessToken: task.token, baseUrl: task.url } },
		items: updateItems(ids),
	};
	return await runInEngine(bareNode(ids, requestFor), options, ids.length);
}

function updateRequest(task: Task, id: string, body: IDataObject): IHttpRequestOptions {
	return { method: 'PUT', url: `${task.url}/contacts/${id}`, headers, body, json: true };
}

/** n8n's own request helper in a bare loop: what any node at least costs. */
export const bareHelper: Way = {
	name: "n8n's request helper, bare loop",
	update: async (task, ids) =>
		await run(task, ids, (_context, id, index) =>
			updateRequest(task, id, { name: `Renamed ${index}` }),
		),
	identify: async (task, items) => {
		const request = { method: 'GET', url: `${task.url}/me`, headers, json: true } as const;
		return await run(task, Array<string>(items).fill(''), () => ({ ...request }));
	},
};

/** The same, reading the two parameters of each item, as a node must whose user works with expressions. */
export const bareHelperWithParameters: Way = {
	name: "n8n's request helper, bare loop reading the parameters",
	update: async (task, ids) =>
		await run(task, ids, (context, _id, index) =>
			updateRequest(
				task,
				String(context.getNodeParameter('id', index)),
				context.getNodeParameter('fields', index) as IDataObject,
			),
		),
};
