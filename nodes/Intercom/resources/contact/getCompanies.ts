import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const getCompanies = {
	name: 'Get Companies',
	value: 'getCompanies',
	action: 'Get companies of contact',
	description: 'Get the companies that a contact belongs to',
	request: 'GET /contacts/{contactId}/companies',
	parameters: [contactLocator],
	list: { key: 'companies' },
} satisfies Operation;
