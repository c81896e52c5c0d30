import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { apiVersion, regions } from '../nodes/Intercom/client/hosts';

const appOfRegion = JSON.stringify(
	Object.fromEntries(Object.entries(regions).map(([region, { app }]) => [region, app])),
);
const apiOfRegion = JSON.stringify(
	Object.fromEntries(Object.entries(regions).map(([region, { api }]) => [region, api])),
);

const apiHosts = Object.values(regions).map(({ api }) => new URL(api).hostname);

/**
 * Connects a workspace by OAuth2. Intercom has no scopes in the request (they are ticked in the
 * Developer Hub) and no PKCE, takes the client secret in the body only, and gives tokens that neither
 * expire nor refresh. n8n signs requests of such a credential itself and calls no `authenticate`, so
 * what keeps the token at Intercom are the two hidden fields of allowed domains: n8n adds them to
 * every such credential, open and with All chosen, unless the credential brings its own.
 */
export class IntercomConnectionOAuth2Api implements ICredentialType {
	name = 'intercomConnectionOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Intercom OAuth2 API';

	icon = {
		light: 'file:../icons/intercom.svg',
		dark: 'file:../icons/intercom.dark.svg',
	} as const;

	documentationUrl =
		'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth';

	properties: INodeProperties[] = [
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
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ (${appOfRegion})[$self["region"] || "us"] }}/oauth`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ (${apiOfRegion})[$self["region"] || "us"] }}/auth/eagle/token`,
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '' },
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'Allowed HTTP Request Domains',
			name: 'allowedHttpRequestDomains',
			type: 'hidden',
			default: 'domains',
		},
		{
			displayName: 'Allowed Domains',
			name: 'allowedDomains',
			type: 'hidden',
			default: apiHosts.join(', '),
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
}
