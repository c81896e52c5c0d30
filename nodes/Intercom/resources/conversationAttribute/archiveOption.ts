import type { Operation } from '../../engine/operation';
import { conversationAttributeLocator, conversationAttributeOptionLocator } from '../locators';

export const archiveOption = {
	name: 'Archive Option',
	value: 'archiveOption',
	action: 'Archive option of conversation attribute',
	description: 'Take an option of a list attribute out of use; at least 2 have to stay',
	request: 'DELETE /conversations/attributes/{attributeId}/options/{optionId}',
	parameters: [conversationAttributeLocator, conversationAttributeOptionLocator],
} satisfies Operation;
