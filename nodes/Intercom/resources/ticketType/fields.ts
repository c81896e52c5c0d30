import type { Parameter } from '../../engine/operation';

/** A ticket type's name. */
export const ticketTypeName: Parameter = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Bug report',
	description: 'The name of the ticket type',
};

/** What tickets of a type are for (2.16 line 28897). */
export const category: Parameter = {
	displayName: 'Category',
	name: 'category',
	type: 'options',
	options: [
		{
			name: 'Back-Office',
			value: 'Back-office',
			description: 'Work among teammates; customers see such tickets only when they are shared',
		},
		{ name: 'Customer', value: 'Customer', description: 'A request that a customer follows' },
		{
			name: 'Tracker',
			value: 'Tracker',
			description: 'One issue behind the conversations of many customers',
		},
	],
	default: 'Customer',
	description: 'What tickets of this type are for',
};

/** Optional fields of a ticket type, alphabetical. */
export const optionalFields: Parameter[] = [
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		description: 'What tickets of this type are about',
	},
	{
		displayName: 'Icon',
		name: 'icon',
		type: 'string',
		default: '',
		placeholder: 'e.g. 🐞',
		description: 'An emoji',
	},
	{
		displayName: 'Internal',
		name: 'isInternal',
		type: 'boolean',
		default: false,
		description: 'Whether tickets of this type are only for teammates. Few workspaces have this.',
	},
];
