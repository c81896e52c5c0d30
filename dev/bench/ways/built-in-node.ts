import type { ICredentialType, INodeType } from 'n8n-workflow';

import { installedNode } from './installed-nodes';
import { runInEngine, updateItems, type Way } from './way';

/** Stands in for n8n's own credential: the same header, and the built-in node's fixed host sent to the emulator. */
function credentialType(url: string): ICredentialType {
	return {
		name: 'intercomApi',
		displayName: 'Intercom API',
		properties: [{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' }],
		authenticate: async (credentials, request) => ({
			...request,
			url: request.url.replace('https://api.intercom.io', url),
			headers: { ...request.headers, Authorization: `Bearer ${String(credentials.apiKey)}` },
		}),
	};
}

/** n8n's own Intercom node. Only its company update still works, so it writes companies. */
export const builtInNode: Way = {
	name: "n8n's built-in Intercom node",
	update: async (task, ids) => {
		const Intercom = installedNode<new () => INodeType>('Intercom/Intercom.node.js', 'Intercom');
		return await runInEngine(
			new Intercom(),
			{
				parameters: {
					resource: 'company',
					operation: 'update',
					companyId: '={{ $json.id }}',
					additionalFields: { name: '={{ $json.name }}' },
				},
				typeName: 'n8n-nodes-base.intercom',
				credentialTypes: [credentialType(task.url)],
				credentials: { type: 'intercomApi', data: { apiKey: task.token } },
				items: updateItems(ids),
			},
			ids.length,
		);
	},
};
