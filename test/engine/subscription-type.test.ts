import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { testResource } from '../support/resource';

const subscriptionType = testResource('subscriptionType');

describe('Subscription Type', () => {
	it('is listed flat, or as Intercom sends it', async () => {
		const simplified = await subscriptionType.output('getAll');
		expect(simplified[0]).toEqual({
			id: expect.any(String),
			name: 'Newsletter',
			description: 'Newsletter mails',
			locale: 'en',
			state: 'live',
			consent_type: 'opt_out',
			content_types: ['email'],
		});
		const raw = await subscriptionType.output('getAll', { output: 'raw' });
		expect(raw[0]).toHaveProperty('default_translation.name', 'Newsletter');
	});

	it('is offered by name in the editor', async () => {
		const { results } = await searchList({
			method: 'searchSubscriptionTypes',
			filter: 'alerts',
			credentials: subscriptionType.emulator.credentials(),
		});
		expect(results.map(({ name }) => name)).toEqual(['Delivery Alerts']);
	});
});
