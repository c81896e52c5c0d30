import type { ICredentialType, INodeType } from 'n8n-workflow';

import { installedNode } from './installed-nodes';
import { runInEngine, updateItems, type Way } from './way';

const headerAuth: ICredentialType = {
	name: 'httpHeaderAuth',
	displayName: 'Header Auth',
	properties: [
		{ displayName: 'Name', name: 'name', type: 'string', default: '' },
		{ displayName: 'Value', name: 'value', type: 'string', default: '' },
	],
	authenticate: {
		type: 'generic',
		properties: { headers: { '={{$credentials.name}}': '={{$credentials.value}}' } },
	},
};

/** n8n's HTTP Request node with its own batching, tuned for this limit (throughput.md, B1). */
export const httpRequestNode: Way = {
	name: 'HTTP Request, batching 150 / 1000 ms',
	update: async (task, ids) => {
		const HttpRequestV3 = installedNode<new (description: object) => INodeType>(
			'HttpRequest/V3/HttpRequestV3.node.js',
			'HttpRequestV3',
		);
		const nodeType = new HttpRequestV3({
			displayName: 'HTTP Request',
			name: 'httpRequest',
			group: ['output'],
			description: '',
			defaultVersion: 4.2,
		});
		return await runInEngine(
			nodeType,
			{
				parameters: {
					method: 'PUT',
					url: `=${task.url}/contacts/{{ $json.id }}`,
					authentication: 'genericCredentialType',
					genericAuthType: 'httpHeaderAuth',
					sendHeaders: true,
					headerParameters: { parameters: [{ name: 'Intercom-Version', value: '2.16' }] },
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '={{ JSON.stringify({ name: $json.name }) }}',
					options: { batching: { batch: { batchSize: 150, batchInterval: 1000 } } },
				},
				node: { typeVersion: 4.2 },
				typeName: 'n8n-nodes-base.httpRequest',
				credentialTypes: [headerAuth],
				credentials: {
					type: 'httpHeaderAuth',
					data: { name: 'Authorization', value: `Bearer ${task.token}` },
				},
				items: updateItems(ids),
			},
			ids.length,
		);
	},
};
