import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { apiBaseUrl, apiVersion, regions } from '../nodes/Intercom/client/hosts';

const apiOfRegion = JSON.stringify(
	Object.fromEntries(Object.entries(regions).map(([region, { api }]) => [region, api])),
);

/** Stores an access token of an app in Intercom's Developer Hub, and where its workspace lives. */
export class IntercomAccessTokenApi implements ICredentialType {
	name = 'intercomAccessTokenApi';

	displayName = 'Intercom Access Token API';

	icon = {
		light: 'file:../icons/intercom.svg',
		dark: 'file:../icons/intercom.dark.svg',
	} as const;

	documentationUrl =
		'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				"In Intercom's Developer Hub, open your app, then Configure > Authentication, and copy the access token",
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: Object.entries(regions).map(([value, { name }]) => ({ name, value })),
			default: 'us',
			description:
				'Where your workspace is hosted. The address of your Intercom tells: app.eu.intercom.com is Europe, app.au.intercom.com is Australia.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only to check the signatures of webhooks. In the Developer Hub, under Configure > Basic Information.',
		},
		{
			displayName: 'API Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com/intercom',
			description:
				"Advanced: the address of your own proxy or gateway, which then receives the access token. Leave empty to use Intercom's own.",
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: `e.g. ${apiVersion}`,
			description: `Advanced: the version of Intercom's API. Leave empty to use ${apiVersion}, which this node is made for.`,
		},
	];

	// A function, because an expression would cost each request 0.6 ms of CPU (throughput.md, B3).
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const allowed = new URL(apiBaseUrl(credentials));
		const target = new URL(requestOptions.url, requestOptions.baseURL);
		if (target.origin !== allowed.origin)
			throw new Error(
				`This credential sends its access token only to ${allowed.origin}, not to ${target.origin}`,
			);
		requestOptions.headers = {
			...requestOptions.headers,
			Authorization: `Bearer ${String(credentials.accessToken).trim()}`,
		};
		return requestOptions;
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ($credentials.baseUrl || '').trim().replace(/\\/+$/, '') || (${apiOfRegion})[$credentials.region || 'us'] }}`,
			url: '/me',
			headers: {
				Accept: 'application/json',
				'Intercom-Version': `={{ $credentials.apiVersion || '${apiVersion}' }}`,
			},
		},
	};
}
