import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';
import {
	checkEmailVerified,
	clearFields,
	contactSummary,
	customAttributes,
	updateFields,
} from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change the fields of a contact',
	request: 'PUT /contacts/{contactId}',
	parameters: [contactLocator, updateFields, clearFields, ...customAttributes],
	check: (_values, body) => checkEmailVerified(body),
	simplify: contactSummary,
} satisfies Operation;
