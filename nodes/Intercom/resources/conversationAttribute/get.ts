import type { Operation } from '../../engine/operation';
import { conversationAttributeLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get conversation attribute',
	description: 'Get an attribute of conversations with its options',
	request: 'GET /conversations/attributes/{attributeId}',
	parameters: [conversationAttributeLocator],
} satisfies Operation;
