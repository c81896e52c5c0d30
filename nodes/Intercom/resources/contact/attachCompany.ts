import type { Operation } from '../../engine/operation';
import { companyLocator, contactLocator } from '../locators';

export const attachCompany = {
	name: 'Attach Company',
	value: 'attachCompany',
	action: 'Attach company to contact',
	description: 'Add a contact to a company',
	request: 'POST /contacts/{contactId}/companies',
	parameters: [contactLocator, { ...companyLocator, wire: { name: 'id' } }],
	repeatable: true,
} satisfies Operation;
