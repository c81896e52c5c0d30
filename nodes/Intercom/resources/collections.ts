import type { Parameter } from '../engine/operation';

function collectionOf(displayName: string, name: string, entry: string) {
	return (...options: Parameter[]): Parameter => ({
		displayName,
		name,
		type: 'collection',
		placeholder: `Add ${entry}`,
		default: {},
		options,
	});
}

/** A collection of optional fields of something new. */
export const additionalFieldsOf = collectionOf('Additional Fields', 'additionalFields', 'Field');

/** A collection of the fields that can be changed. */
export const updateFieldsOf = collectionOf('Update Fields', 'updateFields', 'Field');

/** A collection of options that steer an operation. */
export const optionsOf = collectionOf('Options', 'options', 'Option');
