import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { loadCredentialTypes } from '../../../test/support/compiled-package';
import { inPool } from './pool';
import { runInEngine, updateItems, type Way } from './way';

const size = 40;

/**
 * n8n's own request helper in a bare loop: what any node at least costs.
 *
 * @param withParameters also reads the two parameters of an update for each item, as every node
 * must whose user works with expressions
 */
function bareLoop(name: string, withParameters: boolean): Way {
	const update: Way['update'] = async (task, ids) => {
		const node: INodeType = {
			description: {
				displayName: 'Bare',
				name: 'bare',
				group: ['output'],
				version: 1,
				description: 'Calls the request helper and nothing else',
				defaults: { name: 'Bare' },
				inputs: ['main'],
				outputs: ['main'],
				credentials: [{ name: 'intercomAccessTokenApi', required: true }],
				properties: [
					{ displayName: 'ID', name: 'id', type: 'string', default: '' },
					{ displayName: 'Fields', name: 'fields', type: 'json', default: '' },
				],
			},
			async execute(this: IExecuteFunctions) {
				const items = this.getInputData();
				await inPool(ids, size, async (given, index) => {
					const id = withParameters ? String(this.getNodeParameter('id', index)) : given;
					const body = withParameters
						? (this.getNodeParameter('fields', index) as IDataObject)
						: { name: `Renamed ${index}` };
					await this.helpers.httpRequestWithAuthentication.call(this, 'intercomAccessTokenApi', {
						method: 'PUT',
						url: `${task.url}/contacts/${id}`,
						headers: { 'Intercom-Version': '2.16' },
						body,
						json: true,
					});
				});
				return [items];
			},
		};
		return await runInEngine(
			node,
			{
				parameters: { id: '={{ $json.id }}', fields: '={{ { name: $json.name } }}' },
				credentialTypes: loadCredentialTypes(),
				credentials: {
					type: 'intercomAccessTokenApi',
					data: { accessToken: task.token, baseUrl: task.url },
				},
				items: updateItems(ids),
			},
			ids.length,
		);
	};
	return { name, update };
}

/** The request helper alone. */
export const bareHelper = bareLoop("n8n's request helper, bare loop", false);

/** The request helper and the two expressions of each item. */
export const bareHelperWithParameters = bareLoop(
	"n8n's request helper, bare loop reading the parameters",
	true,
);
