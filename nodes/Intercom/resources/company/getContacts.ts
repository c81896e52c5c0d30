import type { Operation } from '../../engine/operation';
import { contactSummary } from '../contact/fields';
import { companyLocator } from '../locators';

export const getContacts = {
	name: 'Get Contacts',
	value: 'getContacts',
	action: 'Get contacts of company',
	description: 'Get the contacts that belong to a company',
	request: 'GET /companies/{companyId}/contacts',
	parameters: [companyLocator],
	list: { key: 'data' },
	simplify: contactSummary,
} satisfies Operation;
