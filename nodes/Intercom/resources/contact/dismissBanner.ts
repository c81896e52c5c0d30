import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const dismissBanner = {
	name: 'Dismiss Banner',
	value: 'dismissBanner',
	action: 'Dismiss banner for contact',
	description: 'Hide a banner for a contact, as if the contact had closed it',
	request: 'POST /contacts/{contactId}/banners/{viewId}/dismiss',
	repeatable: true,
	parameters: [
		contactLocator,
		{
			displayName: 'Banner View ID',
			name: 'viewId',
			type: 'string',
			required: true,
			default: '',
			description: "The 'view_id' of a banner from the operation Get Banners",
		},
	],
} satisfies Operation;
