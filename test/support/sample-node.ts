import { NodeApiError, NodeConnectionTypes, sleep } from 'n8n-workflow';
import type {
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeType,
	JsonObject,
} from 'n8n-workflow';

/** A credential type whose base URL and token are the user's, signed by n8n's generic method. */
export const sampleCredential: ICredentialType = {
	name: 'sampleApi',
	displayName: 'Sample API',
	properties: [
		{ displayName: 'URL', name: 'url', type: 'string', default: '' },
		{ displayName: 'Token', name: 'token', type: 'string', default: 'standard-token' },
		{ displayName: 'Me URL', name: 'meUrl', type: 'hidden', default: '={{$self["url"]}}/me' },
	],
	authenticate: {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
	},
	test: { request: { baseURL: '={{$credentials.url}}', url: '/me' } },
};

/** The same credential, signed by a function of its own. */
export const functionCredential: ICredentialType = {
	...sampleCredential,
	authenticate: async (credentials, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Function ${String(credentials.token)}` },
	}),
};

async function executeItem(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const pairedItem = { item: itemIndex };
	switch (context.getNodeParameter('operation', itemIndex)) {
		case 'echo': {
			const json: IDataObject = {
				value: context.getNodeParameter('value', itemIndex) as IDataObject[string],
				locator: context.getNodeParameter('locator', itemIndex, '', {
					extractValue: true,
				}) as string,
				fields: context.getNodeParameter('fields.value', itemIndex, {}) as IDataObject,
				timezone: context.getTimezone(),
				mode: context.getMode(),
			};
			return [{ json, pairedItem }];
		}
		case 'request': {
			const { url } = await context.getCredentials<{ url: string }>('sampleApi', itemIndex);
			const json = (await context.helpers.httpRequestWithAuthentication.call(context, 'sampleApi', {
				method: 'POST',
				url: `${url}/echo`,
				body: { item: itemIndex },
				json: true,
			})) as IDataObject;
			return [{ json, pairedItem }];
		}
		case 'wait':
			await sleep(60_000, context.getExecutionCancelSignal());
			return [{ json: {}, pairedItem }];
		default:
			throw new NodeApiError(
				context.getNode(),
				{ message: 'raw' },
				{ message: 'Contact not found', description: 'Check the id', httpCode: '404', itemIndex },
			);
	}
}

/** A small node that uses what the harness must offer: parameters of all kinds, requests, errors, drop-downs. */
export const sampleNode: INodeType = {
	description: {
		displayName: 'Sample',
		name: 'sample',
		group: ['transform'],
		version: 1,
		description: 'Shows what the engine gives a node',
		defaults: { name: 'Sample' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sampleApi', required: false }],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				options: ['echo', 'request', 'wait', 'fail'].map((value) => ({ name: value, value })),
				default: 'echo',
			},
			{
				displayName: 'Value',
				name: 'value',
				type: 'string',
				default: 'standard value',
				required: true,
				displayOptions: { show: { operation: ['echo'] } },
			},
			{
				displayName: 'Locator',
				name: 'locator',
				type: 'resourceLocator',
				default: { mode: 'id', value: '' },
				modes: [
					{ displayName: 'ID', name: 'id', type: 'string' },
					{
						displayName: 'URL',
						name: 'url',
						type: 'string',
						extractValue: { type: 'regex', regex: 'users/([a-z0-9]+)' },
					},
				],
				displayOptions: { show: { operation: ['echo'] } },
			},
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'resourceMapper',
				default: { mappingMode: 'defineBelow', value: null },
				typeOptions: {
					resourceMapper: {
						resourceMapperMethod: 'getFields',
						mode: 'add',
						fieldWords: { singular: 'field', plural: 'fields' },
					},
				},
				displayOptions: { show: { operation: ['echo'] } },
			},
		],
	},
	methods: {
		listSearch: {
			async searchThings(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
				const { url } = await this.getCredentials<{ url: string }>('sampleApi');
				const operation = this.getCurrentNodeParameter('operation') as string;
				return {
					results: [{ name: `${filter} of ${operation} at ${url}`, value: 'a' }],
					paginationToken: paginationToken === undefined ? 'next' : undefined,
				};
			},
		},
		loadOptions: {
			async getThings(this: ILoadOptionsFunctions) {
				const response = (await this.helpers.httpRequestWithAuthentication.call(this, 'sampleApi', {
					url: `${(await this.getCredentials<{ url: string }>('sampleApi')).url}/echo`,
					json: true,
				})) as JsonObject;
				return [{ name: String(response.authorization), value: 'a' }];
			},
		},
		resourceMapping: {
			async getFields() {
				return {
					fields: [
						{
							id: 'plan',
							displayName: 'Plan',
							required: false,
							defaultMatch: false,
							display: true,
							type: 'string',
						},
					],
				};
			},
		},
	},
	async execute() {
		const outputs: INodeExecutionData[] = [];
		for (const itemIndex of this.getInputData().keys()) {
			try {
				outputs.push(...(await executeItem(this, itemIndex)));
			} catch (error) {
				if (!this.continueOnFail()) throw error;
				const { message } = error as NodeApiError;
				outputs.push({ json: { error: message }, pairedItem: { item: itemIndex } });
			}
		}
		return [outputs];
	},
};
