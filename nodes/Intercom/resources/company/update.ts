import type { Operation } from '../../engine/operation';
import { companyLocator } from '../locators';
import { companySummary, customAttributes, updateFields } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update company',
	description: 'Change the fields of a company; its company ID cannot be changed',
	request: 'PUT /companies/{companyId}',
	parameters: [companyLocator, updateFields, ...customAttributes],
	simplify: companySummary,
} satisfies Operation;
