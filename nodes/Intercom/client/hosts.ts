import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** The API version every request asks for (intercom-api.md §1.3: newest with a published description). */
export const apiVersion = '2.16';

/** The regions that Intercom keeps workspaces in (2.16 line 35604; intercom-api.md §3). */
export const regions = {
	us: { name: 'United States', api: 'https://api.intercom.io', app: 'https://app.intercom.com' },
	eu: { name: 'Europe', api: 'https://api.eu.intercom.io', app: 'https://app.eu.intercom.com' },
	au: { name: 'Australia', api: 'https://api.au.intercom.io', app: 'https://app.au.intercom.com' },
} as const;

/** A key of `regions`, as stored in the credential. */
export type Region = keyof typeof regions;

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

function isRegion(value: unknown): value is Region {
	return typeof value === 'string' && value in regions;
}

function parseAddress(address: string): URL {
	if (URL.canParse(address)) return new URL(address);
	throw new Error(
		`The credential's 'API Base URL' is not a web address: ${address}. Clear the field to use Intercom's own address.`,
	);
}

/**
 * Where the requests of a credential go: its region's host, or the address of the user's own proxy.
 *
 * @returns an address without a trailing slash
 * @throws Error in words for the user when the address could leak the token: only https, or http to
 * the machine itself
 */
export function apiBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	const own = typeof credentials.baseUrl === 'string' ? credentials.baseUrl.trim() : '';
	if (own === '') return regions[isRegion(credentials.region) ? credentials.region : 'us'].api;
	const url = parseAddress(own);
	const safe =
		url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname));
	if (!safe || url.username !== '' || url.search !== '' || url.hash !== '') {
		throw new Error(
			"The credential's 'API Base URL' must start with https:// (http:// only for this machine) and hold neither a user name nor a query, because the access token is sent there.",
		);
	}
	return `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, '');
}

/** The API version a credential asks for: its advanced override, else `apiVersion`. */
export function apiVersionOf(credentials: ICredentialDataDecryptedObject): string {
	const own = typeof credentials.apiVersion === 'string' ? credentials.apiVersion.trim() : '';
	return own === '' ? apiVersion : own;
}

/** The region as users know it from the credential, or the host of their own gateway. */
export function regionName(credentials: ICredentialDataDecryptedObject): string {
	const { host } = new URL(apiBaseUrl(credentials));
	const region = Object.values(regions).find(({ api }) => new URL(api).host === host);
	return region?.name ?? host;
}
