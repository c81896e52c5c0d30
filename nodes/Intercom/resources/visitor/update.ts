import { isEmpty } from '../../engine/data';
import { InputError, quoted } from '../../engine/input-error';
import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { shownFor, userId, visitorId, visitorSummary } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update visitor',
	description: 'Change the name or the custom attributes of a visitor',
	request: 'PUT /visitors',
	parameters: [
		{
			displayName: 'Find Visitor By',
			name: 'visitorBy',
			type: 'options',
			options: [
				{ name: 'ID', value: 'id' },
				{ name: 'User ID', value: 'userId' },
			],
			default: 'userId',
			description: 'How you name the visitor',
			wire: { to: 'none' },
		},
		shownFor('visitorBy', 'userId', userId),
		shownFor('visitorBy', 'id', visitorId),
		updateFieldsOf(
			{
				displayName: 'Custom Attributes',
				name: 'customAttributes',
				type: 'json',
				default: '{}',
				description: 'The custom attributes by name, e.g. <code>{"plan": "trial"}</code>',
				wire: { shape: 'flatObject' },
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				description: "The visitor's name",
			},
		),
	],
	check: ({ customAttributes }) => {
		// The description has no null here, unlike for contacts and companies.
		const cleared = Object.entries(customAttributes ?? {}).find(([, value]) => value === null);
		if (cleared !== undefined)
			throw new InputError(
				`'Custom Attributes' can't empty ${quoted(cleared[0])}: Intercom takes no null for visitors`,
				'Leave it out to keep what is there.',
			);
	},
	changes: ({ name, customAttributes }) => !isEmpty(name) || !isEmpty(customAttributes),
	simplify: visitorSummary,
	record: (_values, body) => `/visitors ${String(body.id ?? body.user_id)}`,
} satisfies Operation;
