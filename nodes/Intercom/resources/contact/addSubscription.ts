import type { Operation } from '../../engine/operation';
import { contactLocator, subscriptionTypeLocator } from '../locators';

export const addSubscription = {
	name: 'Add Subscription',
	value: 'addSubscription',
	action: 'Add subscription to contact',
	description: 'Record what a contact has chosen for a subscription type',
	request: 'POST /contacts/{contactId}/subscriptions',
	repeatable: true,
	parameters: [
		contactLocator,
		{ ...subscriptionTypeLocator, wire: { name: 'id' } },
		{
			displayName: 'Consent',
			name: 'consentType',
			type: 'options',
			options: [
				{ name: 'Opt In', value: 'opt_in' },
				{ name: 'Opt Out', value: 'opt_out' },
			],
			default: 'opt_in',
			description:
				'What the contact has chosen. It must fit the type: attaching an opt-out type takes the contact off its list.',
		},
	],
} satisfies Operation;
