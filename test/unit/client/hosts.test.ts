import { describe, expect, it } from '@jest/globals';

import {
	apiBaseUrl,
	apiVersionOf,
	regionName,
	regions,
} from '../../../nodes/Intercom/client/hosts';

describe('Hosts', () => {
	it('PostHog template_intercom: every region has its own .io host', () => {
		expect(Object.values(regions).map(({ api }) => api)).toEqual([
			'https://api.intercom.io',
			'https://api.eu.intercom.io',
			'https://api.au.intercom.io',
		]);
		for (const region of Object.keys(regions))
			expect(apiBaseUrl({ region })).toBe(regions[region as keyof typeof regions].api);
	});

	it('AP #5077: a credential without a region means the United States', () => {
		expect(apiBaseUrl({})).toBe('https://api.intercom.io');
		expect(apiBaseUrl({ region: '', baseUrl: ' ' })).toBe('https://api.intercom.io');
	});

	it('takes a gateway over https, or http on this machine', () => {
		expect(apiBaseUrl({ baseUrl: 'https://gateway.example.com/intercom/ ' })).toBe(
			'https://gateway.example.com/intercom',
		);
		for (const host of ['localhost:8080', '127.0.0.1:1', '[::1]:99'])
			expect(apiBaseUrl({ baseUrl: `http://${host}` })).toBe(`http://${host}`);
	});

	it.each([
		'http://gateway.example.com',
		'ftp://127.0.0.1',
		'https://user:password@gateway.example.com',
		'https://gateway.example.com/?a=b',
		'not an address',
		'http://localhost.example.com',
	])('refuses %s', (baseUrl) => {
		expect(() => apiBaseUrl({ baseUrl })).toThrow("'API Base URL'");
	});

	it('names the region as the credential does', () => {
		expect(regionName({ region: 'eu' })).toBe('Europe');
		expect(regionName({ baseUrl: 'https://gateway.example.com' })).toBe('gateway.example.com');
	});

	it('asks for 2.16 unless the credential says otherwise', () => {
		expect(apiVersionOf({})).toBe('2.16');
		expect(apiVersionOf({ apiVersion: ' 2.15 ' })).toBe('2.15');
	});
});
