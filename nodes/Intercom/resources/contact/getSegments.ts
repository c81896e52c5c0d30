import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const getSegments = {
	name: 'Get Segments',
	value: 'getSegments',
	action: 'Get segments of contact',
	description: 'Get the segments that a contact is in',
	request: 'GET /contacts/{contactId}/segments',
	parameters: [contactLocator],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
