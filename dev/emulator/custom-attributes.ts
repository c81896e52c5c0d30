import { parameterInvalid } from './errors';
import type { DataAttribute, DataType } from './records';
import type { Workspace } from './route';

const FITS: Record<DataType, (value: unknown) => boolean> = {
	string: (value) => typeof value === 'string',
	integer: Number.isInteger,
	float: (value) => typeof value === 'number',
	boolean: (value) => typeof value === 'boolean',
	date: Number.isInteger,
};

/**
 * The custom attributes of a request body, checked against `/data_attributes`: known (see
 * `settings.unknownCustomAttributes`), writable, not archived, of the right type, out of the
 * options. Null clears a value. Intercom may convert values where this refuses them: the emulator
 * is loud so that a client that sends everything as text shows.
 * @throws IntercomError 400 `parameter_invalid`
 */
export function readCustomAttributes(
	{ state, settings }: Workspace,
	model: DataAttribute['model'],
	given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const accepted: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(given)) {
		const [attribute] = state.dataAttributes.find('name', `${model}:custom_attributes.${name}`);
		if (attribute) {
			checkValue(attribute, value);
			accepted[name] = value;
		} else if (settings.unknownCustomAttributes === 'accept') {
			accepted[name] = value;
		} else if (settings.unknownCustomAttributes === 'refuse') {
			throw parameterInvalid(
				`Custom attribute '${name}' does not exist for ${model}s`,
				`custom_attributes.${name}`,
			);
		}
	}
	return accepted;
}

function checkValue(attribute: DataAttribute, value: unknown): void {
	const { name, data_type: type, options } = attribute;
	const field = `custom_attributes.${name}`;
	if (attribute.archived) throw parameterInvalid(`Custom attribute '${name}' is archived`, field);
	if (!attribute.api_writable) {
		throw parameterInvalid(`Custom attribute '${name}' can't be written by the API`, field);
	}
	if (value === null) return;
	if (!FITS[type](value)) {
		throw parameterInvalid(`Custom attribute '${name}' must be of type ${type}`, field);
	}
	if (options && !options.includes(String(value))) {
		throw parameterInvalid(
			`Custom attribute '${name}' must be one of: ${options.join(', ')}`,
			field,
		);
	}
}

/** An attribute a workspace made itself: read and written under `custom_attributes`. */
export function customAttribute(
	id: string,
	details: Pick<DataAttribute, 'model' | 'name' | 'data_type' | 'created_at' | 'updated_at'> &
		Partial<DataAttribute>,
): DataAttribute {
	return {
		id,
		full_name: `custom_attributes.${details.name}`,
		label: details.name,
		description: null,
		options: null,
		api_writable: true,
		messenger_writable: false,
		ui_writable: true,
		custom: true,
		archived: false,
		admin_id: null,
		...details,
	};
}
