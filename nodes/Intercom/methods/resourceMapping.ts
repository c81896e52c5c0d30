import type { FieldType, IDataObject, ResourceMapperField } from 'n8n-workflow';

import { clientFor } from './client';
import { getConversationAttributes } from './conversationAttributes';
import {
	getTicketAttributes,
	getTicketAttributesToChange,
	type ResourceMapping,
} from './ticketForm';

/** Intercom's attribute types (2.16 line 26018 ff., `data_attribute`) in n8n's words. */
const fieldTypes: Record<string, FieldType> = {
	boolean: 'boolean',
	date: 'dateTime',
	datetime: 'dateTime',
	float: 'number',
	integer: 'number',
	options: 'options',
	string: 'string',
};

function fieldOf(attribute: IDataObject): ResourceMapperField {
	const choices = Array.isArray(attribute.options) ? attribute.options : [];
	const options = choices.map((choice) => {
		// Objects since 2.14, plain texts before (intercom-api.md §1.4).
		const value =
			typeof choice === 'object' && choice !== null ? (choice as IDataObject).value : choice;
		return { name: String(value), value: String(value) };
	});
	const type = fieldTypes[String(attribute.data_type)] ?? 'string';
	return {
		id: String(attribute.name),
		displayName: String(attribute.label ?? attribute.name),
		required: false,
		defaultMatch: false,
		display: true,
		type: options.length > 0 ? 'options' : type,
		...(options.length > 0 && { options }),
	};
}

/** Attributes that the API may write: not archived, not read-only. */
function isWritable({ custom, archived, api_writable: writable }: IDataObject): boolean {
	return custom === true && archived !== true && writable !== false;
}

/**
 * The custom attributes of contacts or companies.
 *
 * @param place where Intercom's settings list them
 */
function dataAttributes(model: 'contact' | 'company', place: string): ResourceMapping {
	return async function () {
		const client = await clientFor(this);
		const attributes = await client.records(
			{ method: 'GET', path: '/data_attributes', query: { model }, repeatable: true },
			'data',
		);
		const fields = attributes
			.filter(isWritable)
			.map(fieldOf)
			.sort((a, b) => a.displayName.localeCompare(b.displayName));
		return {
			fields,
			emptyFieldsNotice: `This workspace has no custom attributes for these records that the API may write. Create them in Intercom under Settings > Data > ${place}.`,
		};
	};
}

/** What fills resource mappers. */
export const resourceMapping = {
	getCompanyAttributes: dataAttributes('company', 'Companies'),
	getContactAttributes: dataAttributes('contact', 'People'),
	getConversationAttributes,
	getTicketAttributes,
	getTicketAttributesToChange,
};
