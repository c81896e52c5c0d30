import type { Operation } from '../../engine/operation';
import { companyLocator, contactLocator } from '../locators';

export const detachCompany = {
	name: 'Detach Company',
	value: 'detachCompany',
	action: 'Detach company from contact',
	description: 'Take a contact out of a company',
	request: 'DELETE /contacts/{contactId}/companies/{companyId}',
	parameters: [contactLocator, companyLocator],
} satisfies Operation;
