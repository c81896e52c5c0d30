import type { Operation } from '../../engine/operation';
import { externalPageLocator } from '../locators';

export const deleteExternalPage = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete external page',
	description: 'Delete an external page; Fin no longer answers with it',
	request: 'DELETE /ai/external_pages/{externalPageId}',
	parameters: [externalPageLocator],
	// Intercom answers with the page as it was, which does not tell that it is gone.
	transform: async ({ id }) => ({ id, deleted: true }),
} satisfies Operation;
