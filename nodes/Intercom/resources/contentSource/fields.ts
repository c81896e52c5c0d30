import type { Parameter } from '../../engine/operation';

/** Where the pages of a source stand. */
export const url: Parameter = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://docs.example.com',
	description: 'The address that its pages stand under',
};

/** Whether a source is used. */
export const status: Parameter = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'active' },
		{ name: 'Deactivated', value: 'deactivated' },
	],
	default: 'active',
	description: 'Whether the content source is in use',
};
