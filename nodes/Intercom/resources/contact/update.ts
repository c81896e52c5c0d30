import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';
import { clearFields, contactSummary, customAttributes, updateFields } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change the fields of a contact',
	request: 'PUT /contacts/{contactId}',
	parameters: [contactLocator, updateFields, clearFields, ...customAttributes],
	simplify: contactSummary,
} satisfies Operation;
