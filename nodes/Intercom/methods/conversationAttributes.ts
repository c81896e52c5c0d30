import type { FieldType, IDataObject, ResourceMapperField } from 'n8n-workflow';

import { recordsIn } from '../client/paginate';
import { clientFor } from './client';
import type { ResourceMapping } from './ticketForm';

/**
 * The data types of conversation attributes (2.16 `conversation_attribute`) in n8n's words. Files
 * are missing: the API does not take them. Relations are lists of IDs of custom objects (2.16,
 * example of `PUT /conversations/{id}`).
 */
const fieldTypes: Readonly<Record<string, FieldType>> = {
	boolean: 'boolean',
	datetime: 'dateTime',
	decimal: 'number',
	integer: 'number',
	list: 'options',
	relationship: 'array',
	string: 'string',
};

function fieldOf(attribute: IDataObject, type: FieldType): ResourceMapperField {
	const options = recordsIn(attribute.options ?? [])
		.filter(({ archived }) => archived !== true)
		.map(({ label }) => ({ name: String(label), value: String(label) }));
	return {
		// Conversations hold their attributes by name.
		id: String(attribute.name),
		displayName: String(attribute.name),
		required: false,
		defaultMatch: false,
		display: true,
		type,
		...(type === 'options' && { options }),
	};
}

/** The attributes of conversations that the API may write. */
export const getConversationAttributes: ResourceMapping = async function () {
	const client = await clientFor(this);
	const attributes = await client.records(
		{ method: 'GET', path: '/conversations/attributes', repeatable: true },
		'data',
	);
	const fields = attributes
		.filter(({ archived }) => archived !== true)
		.flatMap((attribute) => {
			const type = fieldTypes[String(attribute.data_type)];
			return type === undefined ? [] : [fieldOf(attribute, type)];
		})
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
	return {
		fields,
		emptyFieldsNotice:
			'This workspace has no attributes for conversations. Create them in Intercom under Settings > Data > Conversations, or with the resource Conversation Attribute.',
	};
};
