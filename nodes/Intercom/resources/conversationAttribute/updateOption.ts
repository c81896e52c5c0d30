import type { Operation } from '../../engine/operation';
import { conversationAttributeLocator, conversationAttributeOptionLocator } from '../locators';
import { optionLabel } from './fields';

export const updateOption = {
	name: 'Update Option',
	value: 'updateOption',
	action: 'Update option of conversation attribute',
	description: 'Change the text of an option of a list attribute',
	request: 'PUT /conversations/attributes/{attributeId}/options/{optionId}',
	parameters: [conversationAttributeLocator, conversationAttributeOptionLocator, optionLabel],
} satisfies Operation;
