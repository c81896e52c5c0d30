import type { Operation } from '../../engine/operation';
import { conversationAttributeLocator } from '../locators';

export const archive = {
	name: 'Archive',
	value: 'archive',
	action: 'Archive conversation attribute',
	description:
		'Take an attribute of conversations out of use; nothing is lost, but no API brings it back',
	request: 'DELETE /conversations/attributes/{attributeId}',
	parameters: [conversationAttributeLocator],
} satisfies Operation;
