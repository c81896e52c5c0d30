import { describe, expect, it } from '@jest/globals';
import { usePlayground } from './support/playground';

describe('credential test', () => {
	const playground = usePlayground();

	it('is green with a valid token', async () => {
		const { client, credential, emulator } = playground();
		const result = await client.testCredential(credential, {
			accessToken: emulator.token,
			region: 'us',
			baseUrl: emulator.url,
		});
		expect(result).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(emulator.requests.at(-1)).toMatchObject({
			method: 'GET',
			path: '/me',
			status: 200,
			headers: { 'intercom-version': '2.16' },
		});
	});

	it('is red with a wrong token', async () => {
		const { client, credential, emulator } = playground();
		const { status, message } = await client.testCredential(credential, {
			accessToken: 'not-a-token',
			region: 'us',
			baseUrl: emulator.url,
		});
		expect(status).toBe('Error');
		expect(message).toMatch(/Unauthorized|Authorization failed/);
		expect(emulator.requests.at(-1)).toMatchObject({ path: '/me', status: 401 });
	});
});
