import { parameterInvalid } from '../errors';
import type { RouteRequest } from '../route';
import { addPart, botAuthor } from './changes';
import type { Conversation, ConversationAttribute, ConversationDataType } from './records';

const FITS: Record<ConversationDataType, (value: unknown) => boolean> = {
	string: (value) => typeof value === 'string',
	integer: Number.isInteger,
	list: (value) => typeof value === 'string',
	decimal: (value) => typeof value === 'number',
	boolean: (value) => typeof value === 'boolean',
	datetime: Number.isInteger,
	relationship: (value) => Array.isArray(value) && value.every((id) => typeof id === 'string'),
	files: () => false,
};

/**
 * Writes custom attributes, checked against `/conversations/attributes`: the name stands for one
 * attribute (2.16, note of `PUT /conversations/{id}`), the value has its type, of a list it is the
 * label of an option. Null clears a value. Each change leaves a part.
 * @throws IntercomError 400 `parameter_invalid`
 */
export function writeAttributes(
	request: RouteRequest,
	conversation: Conversation,
	given: Readonly<Record<string, unknown>>,
): Conversation {
	const { settings } = request;
	let changed = conversation;
	for (const [name, value] of Object.entries(given)) {
		const attribute = findAttribute(request, name);
		if (attribute) checkValue(attribute, value);
		else if (settings.unknownCustomAttributes === 'ignore') continue;
		else if (settings.unknownCustomAttributes === 'refuse') {
			throw parameterInvalid(`Custom attribute '${name}' does not exist`, name);
		}
		changed = addPart(
			request,
			changed,
			{
				part_type: 'conversation_attribute_updated_by_admin',
				author: botAuthor(request),
				event_details: {
					attribute: { name },
					value: { name: value === null ? '' : String(value) },
				},
			},
			{ custom_attributes: { ...changed.custom_attributes, [name]: value } },
		);
	}
	return changed;
}

function findAttribute({ state }: RouteRequest, name: string): ConversationAttribute | undefined {
	const found = [...state.conversationAttributes.values()].filter(
		(attribute) => attribute.name === name && !attribute.archived,
	);
	if (found.length > 1) {
		throw parameterInvalid(
			`There are ${found.length} custom attributes with the name '${name}'`,
			name,
		);
	}
	return found[0];
}

function checkValue(
	{ name, data_type: type, options }: ConversationAttribute,
	value: unknown,
): void {
	if (value === null) return;
	if (!FITS[type](value)) throw parameterInvalid(`'${name}' must be of type ${type}`, name);
	const labels = options?.filter(({ archived }) => !archived).map(({ label }) => label);
	if (labels && !labels.includes(String(value))) {
		throw parameterInvalid(`'${name}' must be one of: ${labels.join(', ')}`, name);
	}
}
