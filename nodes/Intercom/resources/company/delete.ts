import type { Operation } from '../../engine/operation';
import { companyLocator } from '../locators';

export const deleteCompany = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete company',
	description:
		'Archive a company and detach its contacts, which stay. Other tools that sync companies may create it again.',
	request: 'DELETE /companies/{companyId}',
	parameters: [companyLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
