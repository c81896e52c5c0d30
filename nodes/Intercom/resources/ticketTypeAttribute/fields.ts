import type { Parameter } from '../../engine/operation';

/** The name under which tickets hold the attribute. */
export const attributeName: Parameter = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Priority',
	description: 'The name of the attribute',
};

/** What teammates and customers read beside the field. */
export const attributeDescription: Parameter = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. How urgent it is',
	description: 'What teammates and customers read beside the field',
};

/** The choices of a list; Intercom takes them as one text (2.16 line 28868). */
export const listItems: Parameter = {
	displayName: 'List Items',
	name: 'listItems',
	type: 'string',
	default: '',
	placeholder: 'e.g. Low, Medium, High',
	description: 'The choices of a list, separated by commas',
	wire: { as: 'commaText' },
};

/** How the form shows the attribute, alphabetical. */
export const displayFields: Parameter[] = [
	{
		displayName: 'Allow Multiple Files',
		name: 'allowMultipleValues',
		type: 'boolean',
		default: false,
		description: 'Whether an attribute for files takes more than one',
	},
	{
		displayName: 'Multiline',
		name: 'multiline',
		type: 'boolean',
		default: false,
		description: 'Whether an attribute for text takes several lines',
	},
	{
		displayName: 'Required for Customers',
		name: 'requiredToCreateForContacts',
		type: 'boolean',
		default: false,
		description: 'Whether customers must fill it in when they create a ticket in the Messenger',
	},
	{
		displayName: 'Required for Teammates',
		name: 'requiredToCreate',
		type: 'boolean',
		default: false,
		description: 'Whether teammates must fill it in when they create a ticket',
	},
	{
		displayName: 'Visible on Create',
		name: 'visibleOnCreate',
		type: 'boolean',
		default: true,
		description: 'Whether teammates see it when they create a ticket',
	},
	{
		displayName: 'Visible to Customers',
		name: 'visibleToContacts',
		type: 'boolean',
		default: true,
		description: 'Whether customers see it when they create a ticket in the Messenger',
	},
];
