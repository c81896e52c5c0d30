import type { Parameter } from '../../engine/operation';

function toTexts(value: unknown): string[] {
	const list = Array.isArray(value) ? value : String(value).split(',');
	return list.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}

/** The kinds of values (2.16 `create_conversation_attribute_request`); can't be changed later. */
export const dataType: Parameter = {
	displayName: 'Data Type',
	name: 'dataType',
	type: 'options',
	options: [
		{ name: 'Boolean', value: 'boolean', description: 'True or false' },
		{ name: 'Date and Time', value: 'datetime' },
		{ name: 'Decimal', value: 'decimal', description: 'A number with decimals' },
		{ name: 'Files', value: 'files' },
		{ name: 'Integer', value: 'integer', description: 'A whole number' },
		{ name: 'List', value: 'list', description: 'One of several options' },
		{ name: 'Relationship', value: 'relationship', description: 'Custom objects' },
		{ name: 'String', value: 'string', description: 'Text' },
	],
	default: 'string',
	description: 'The kind of values; it cannot be changed later',
};

/** The attribute's name. */
export const attributeName: Parameter = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Issue type',
	description:
		'The name of the attribute. Two attributes with the same name keep conversations from being updated.',
};

/** The options of a list attribute or text shown for an option. */
export const optionLabel: Parameter = {
	displayName: 'Label',
	name: 'label',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Billing',
	description: 'The text of the option',
};

/** Whether texts have several lines. */
export const multiline: Parameter = {
	displayName: 'Multiline',
	name: 'multiline',
	type: 'boolean',
	default: true,
	description: 'Whether texts can have several lines; only for the data type String',
};

/** How many custom objects a conversation is related to, and of which type. */
export const reference: Parameter[] = [
	{
		displayName: 'Related Objects',
		name: 'referenceType',
		type: 'options',
		options: [
			{ name: 'Many', value: 'many' },
			{ name: 'One', value: 'one' },
		],
		default: 'one',
		description: 'How many custom objects a conversation can have; only for relationships',
		wire: { name: 'reference.type' },
	},
	{
		displayName: 'Related Object Type ID',
		name: 'objectTypeId',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order',
		description: 'The type of the custom objects; only for relationships',
		wire: { name: 'reference.object_type_id' },
	},
];

/** The options that a new list attribute starts with. */
export const firstOptions: Parameter = {
	displayName: 'Options',
	name: 'listOptions',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Billing, Technical, Other',
	description: 'The options to choose from, separated by commas, or a list from an expression',
	wire: { name: 'options', as: (labels) => toTexts(labels).map((label) => ({ label })) },
};

/** Optional fields, for new attributes as well as for changes. */
export const commonFields: Parameter[] = [
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		description: 'What the attribute is for',
	},
	{
		displayName: 'Required',
		name: 'required',
		type: 'boolean',
		default: true,
		description: 'Whether teammates must fill it in before they close a conversation',
	},
	{
		displayName: 'Visible to Team Names or IDs',
		name: 'visibleToTeamIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTeams' },
		default: [],
		description:
			'The teams that see the attribute. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		// Texts in 2.16, while other places have numbers.
		wire: { as: (ids) => toTexts(ids) },
	},
];
