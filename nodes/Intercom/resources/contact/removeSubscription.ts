import type { Operation } from '../../engine/operation';
import { contactLocator, subscriptionTypeLocator } from '../locators';

export const removeSubscription = {
	name: 'Remove Subscription',
	value: 'removeSubscription',
	action: 'Remove subscription from contact',
	description: 'Forget what a contact has chosen for a subscription type',
	request: 'DELETE /contacts/{contactId}/subscriptions/{subscriptionId}',
	parameters: [contactLocator, subscriptionTypeLocator],
} satisfies Operation;
