import type { ICredentialType, INodeType } from 'n8n-workflow';

import { runInEngine, updateItems, type Way } from './way';

const bearer: ICredentialType = {
	name: 'benchBearerApi',
	displayName: 'Bearer',
	properties: [{ displayName: 'Token', name: 'token', type: 'string', default: '' }],
	authenticate: {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
	},
};

function declarativeNode(url: string): INodeType {
	return {
		description: {
			displayName: 'Declarative',
			name: 'declarative',
			group: ['output'],
			version: 1,
			description: 'Updates a contact the declarative way',
			defaults: { name: 'Declarative' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: bearer.name, required: true }],
			requestDefaults: { baseURL: url, headers: { 'Intercom-Version': '2.16' } },
			properties: [
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					routing: { request: { method: 'PUT', url: '=/contacts/{{$value}}' } },
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					routing: { send: { type: 'body', property: 'name' } },
				},
			],
		},
	};
}

/** A node in n8n's declarative style, which sends all items at once. */
export const declarative: Way = {
	name: 'Declarative node',
	update: async (task, ids) =>
		await runInEngine(
			declarativeNode(task.url),
			{
				parameters: { id: '={{ $json.id }}', name: '={{ $json.name }}' },
				credentialTypes: [bearer],
				credentials: { type: bearer.name, data: { token: task.token } },
				items: updateItems(ids),
			},
			ids.length,
		),
};
