import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const deleteContact = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Delete a contact for good. Archive it instead to be able to bring it back.',
	request: 'DELETE /contacts/{contactId}',
	parameters: [contactLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
