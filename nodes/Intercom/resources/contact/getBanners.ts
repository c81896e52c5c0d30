import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const getBanners = {
	name: 'Get Banners',
	value: 'getBanners',
	action: 'Get banners of contact',
	description: 'Get the banners that a contact matches at the moment',
	request: 'GET /contacts/{contactId}/banners',
	parameters: [contactLocator],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
