import type { Operation } from '../../engine/operation';
import { conversationAttributeLocator } from '../locators';
import { optionLabel } from './fields';

export const addOption = {
	name: 'Add Option',
	value: 'addOption',
	action: 'Add option to conversation attribute',
	description: 'Add an option to a list attribute',
	request: 'POST /conversations/attributes/{attributeId}/options',
	parameters: [conversationAttributeLocator, optionLabel],
} satisfies Operation;
