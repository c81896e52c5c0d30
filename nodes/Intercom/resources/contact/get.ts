import type { Operation } from '../../engine/operation';
import { contactSummary } from './fields';
import { findContacts, lookUpParameters, type LookUp } from './find';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description:
		'Get a contact by ID, external ID or email. An email can belong to several contacts.',
	requests: [
		'GET /contacts/{contactId}',
		'GET /contacts/find_by_external_id/{externalId}',
		'POST /contacts/search',
	],
	parameters: lookUpParameters(),
	simplify: contactSummary,
	run: async ({ client, values }) => {
		const by = values.by as LookUp;
		const value = { email: values.email, externalId: values.externalId, id: values.contactId }[by];
		return await findContacts(client, by, String(value));
	},
} satisfies Operation;
