import type {
	FieldType,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { attributesOf, type TicketAttribute } from '../ticket-form/attributes';
import { clientFor } from './client';
import { chosenBeside } from './searchTickets';
import { trueOrFalse } from './trueOrFalse';

/** What n8n calls to fill a resource mapper. */
export type ResourceMapping = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** The data types of ticket attributes (2.16 line 28827) in n8n's words. */
const fieldTypes: Record<string, FieldType> = {
	boolean: 'options',
	datetime: 'dateTime',
	decimal: 'number',
	files: 'string',
	integer: 'number',
	list: 'options',
	string: 'string',
};

function choicesOf({ dataType, items }: TicketAttribute): INodePropertyOptions[] {
	if (dataType === 'boolean') return trueOrFalse;
	// By label, which is what data from elsewhere holds; the ID is looked up when the ticket is sent.
	return items.map(({ label }) => ({ name: label, value: label }));
}

function fieldOf(attribute: TicketAttribute, mustBeFilled: boolean): ResourceMapperField {
	const type = fieldTypes[attribute.dataType] ?? 'string';
	const label = attribute.dataType === 'files' ? `${attribute.label} (File URLs)` : attribute.label;
	return {
		id: attribute.name,
		displayName: label,
		required: mustBeFilled && attribute.required,
		defaultMatch: false,
		display: true,
		type,
		...(type === 'options' && { options: choicesOf(attribute) }),
	};
}

async function formOf(
	context: ILoadOptionsFunctions,
	mustBeFilled: boolean,
): Promise<ResourceMapperFields> {
	const ticketType = chosenBeside(context, 'ticketTypeId');
	if (ticketType === '')
		return { fields: [], emptyFieldsNotice: "Choose the ticket type first, under 'Ticket Type'." };
	const client = await clientFor(context);
	const answer = await client.send({
		method: 'GET',
		path: `/ticket_types/${encodeURIComponent(ticketType)}`,
		repeatable: true,
	});
	return {
		fields: attributesOf(answer).map((attribute) => fieldOf(attribute, mustBeFilled)),
		emptyFieldsNotice: 'This ticket type has no attributes.',
	};
}

/** The form of a new ticket: the attributes of the ticket type chosen beside. */
export const getTicketAttributes: ResourceMapping = async function () {
	return await formOf(this, true);
};

/** The same for a ticket that is there already: nothing must be filled in. */
export const getTicketAttributesToChange: ResourceMapping = async function () {
	return await formOf(this, false);
};
