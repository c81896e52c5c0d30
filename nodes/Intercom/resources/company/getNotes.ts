import type { Operation } from '../../engine/operation';
import { companyLocator } from '../locators';

export const getNotes = {
	name: 'Get Notes',
	value: 'getNotes',
	action: 'Get notes of company',
	description: 'Get the notes on a company',
	request: 'GET /companies/{companyId}/notes',
	parameters: [companyLocator],
	list: { key: 'data' },
} satisfies Operation;
