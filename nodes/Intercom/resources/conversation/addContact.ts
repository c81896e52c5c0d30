import type { Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { contactIdentity } from '../contact-identity';
import { actingAdminLocator, conversationLocator } from '../locators';
import { conversationSummary } from './fields';

export const addContact = {
	name: 'Add Contact',
	value: 'addContact',
	action: 'Add contact to conversation',
	description:
		'Add a participant to a conversation. An email that no contact has yet makes a new lead.',
	request: 'POST /conversations/{conversationId}/customers',
	requests: ['GET /me'],
	parameters: [conversationLocator, ...contactIdentity('customer'), actingAdminLocator],
	complete: [actingAdmin],
	simplify: conversationSummary,
	// Adding somebody who is there already changes nothing.
	repeatable: true,
} satisfies Operation;
