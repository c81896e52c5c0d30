import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const getSubscriptions = {
	name: 'Get Subscriptions',
	value: 'getSubscriptions',
	action: 'Get subscriptions of contact',
	description: 'Get the subscription types that a contact has chosen or refused',
	request: 'GET /contacts/{contactId}/subscriptions',
	parameters: [contactLocator],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
