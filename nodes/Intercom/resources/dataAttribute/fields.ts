import { InputError } from '../../engine/input-error';
import type { Parameter } from '../../engine/operation';

function toOptions(value: unknown): Array<{ value: string }> {
	const given = Array.isArray(value) ? value : String(value).split(',');
	const options = given.map((option) => String(option).trim()).filter(Boolean);
	if (options.length < 2)
		throw new InputError(
			"'Options' needs at least two values",
			'Add another value, or choose another data type.',
		);
	return options.map((option) => ({ value: option }));
}

/** The values to choose from, for attributes that are a list; Intercom wants two or more. */
export const optionValues: Parameter = {
	displayName: 'Options',
	name: 'options',
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
	default: [],
	placeholder: 'e.g. Small',
	description: 'The values to choose from; at least two',
	wire: { as: toOptions },
};

/** What the attribute means, for teammates. */
export const description: Parameter = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description: 'What the attribute means, as teammates read it',
};

/** Whether the Messenger may write the attribute. */
export const messengerWritable: Parameter = {
	displayName: 'Messenger Writable',
	name: 'messengerWritable',
	type: 'boolean',
	default: false,
	description: 'Whether the Messenger on your site or in your app may change the attribute',
};
