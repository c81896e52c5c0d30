import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { customAttributeParameters } from '../custom-attributes';
import { conversationLocator } from '../locators';
import { conversationSummary } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update conversation',
	description:
		'Change the title, the attributes or the company of a conversation, or mark it as read or unread',
	request: 'PUT /conversations/{conversationId}',
	parameters: [
		conversationLocator,
		updateFieldsOf(
			{
				displayName: 'Company ID',
				name: 'companyId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 6762f0ae1bb69f9f2193bb7b',
				description: "The company that the conversation belongs to, by Intercom's own ID",
				wire: { as: 'id', clearable: true },
			},
			{
				displayName: 'Read',
				name: 'read',
				type: 'boolean',
				default: true,
				description: 'Whether the conversation counts as read',
			},
			{
				displayName: 'Remove Company',
				name: 'removeCompany',
				type: 'boolean',
				default: true,
				description: 'Whether to take the conversation from its company',
				// "Set to nil to remove company" (2.16 `update_conversation_request`).
				wire: { spread: true, as: (remove) => (remove === true ? { company_id: null } : {}) },
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				description: 'The title of the conversation',
			},
		),
		...customAttributeParameters('getConversationAttributes', 'flatObjectWithLists'),
	],
	simplify: conversationSummary,
} satisfies Operation;
