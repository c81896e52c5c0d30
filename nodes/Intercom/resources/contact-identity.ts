import type { Parameter } from '../engine/operation';
import { contactLocator } from './locators';

/**
 * The parameters that name a contact to an operation about something else: by Intercom's ID, by the
 * user's own ID, or by email. Intercom wants one of `intercom_user_id`, `user_id` and `email`
 * (2.16: replies of contacts to conversations and tickets, participants of conversations).
 *
 * @param inside the object of the body that holds them, e.g. `customer`
 * @param show when they are shown
 */
export function contactIdentity(inside = '', show: Record<string, string[]> = {}): Parameter[] {
	const wire = (name: string) => ({ name: inside === '' ? name : `${inside}.${name}` });
	const shownBy = (by: string) => ({ show: { ...show, contactBy: [by] } });
	return [
		{
			displayName: 'Find Contact By',
			name: 'contactBy',
			type: 'options',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'External ID', value: 'externalId' },
				{ name: 'List or ID', value: 'id' },
			],
			default: 'id',
			...(Object.keys(show).length > 0 && { displayOptions: { show } }),
			description: 'How you name the contact',
			wire: { to: 'none' },
		},
		{ ...contactLocator, displayOptions: shownBy('id'), wire: wire('intercom_user_id') },
		{
			displayName: 'External ID',
			name: 'externalId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. customer-42',
			displayOptions: shownBy('externalId'),
			description: 'The ID of the contact in your own system',
			wire: wire('user_id'),
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'name@email.com',
			displayOptions: shownBy('email'),
			description: "The contact's email address",
			wire: wire('email'),
		},
	];
}
