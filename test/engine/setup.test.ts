import { describe, expect, it } from '@jest/globals';

import { byId, testResource } from '../support/resource';

describe('Audience', () => {
	const audience = testResource('audience');

	it('is deleted, and then missing', async () => {
		expect(await audience.output('delete', { audienceId: byId('801') })).toEqual([
			{ deleted: true },
		]);
		expect(await audience.failure('get', { audienceId: byId('801') })).toContain(
			'Intercom could not find the audience [item 0]',
		);
		const left = await audience.output('getAll', { returnAll: true });
		expect(left.map(({ id }) => id)).not.toContain('801');
	});
});

describe('Sender Address', () => {
	const email = testResource('email');

	it('is read, or said to be missing', async () => {
		const [first] = await email.output('getAll', {});
		expect(await email.output('get', { emailId: byId(String(first.id)) })).toEqual([first]);
		expect(await email.failure('get', { emailId: byId('999') })).toContain(
			'Intercom could not find the sender address [item 0]',
		);
	});
});
