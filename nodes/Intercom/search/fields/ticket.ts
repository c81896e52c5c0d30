import type { IDataObject } from 'n8n-workflow';

import { attributesOf } from '../../ticket-form/attributes';
import type { FieldType, ListedAttribute, SearchField, SearchTable } from '../table';

/** The searchable fields of tickets (2.16 lines 21126-21141). */
const fields: Record<string, SearchField> = {
	id: { name: 'ID', type: 'id' },
	created_at: { name: 'Created At', type: 'date' },
	updated_at: { name: 'Updated At', type: 'date' },
	title: { name: 'Title', type: 'string', path: 'ticket_attributes._default_title_' },
	description: {
		name: 'Description',
		type: 'string',
		path: 'ticket_attributes._default_description_',
	},
	// Records hold Customer, Back-office and Tracker (2.16 lines 21144-21148).
	category: {
		name: 'Category',
		type: 'string',
		values: ['request', 'task', 'tracker'],
		path: false,
	},
	ticket_type_id: { name: 'Ticket Type ID', type: 'id', path: 'ticket_type.id' },
	contact_ids: { name: 'Contact ID', type: 'id', path: false },
	teammate_ids: { name: 'Teammate ID', type: 'id', path: false },
	// Text here, unlike in conversations (intercom-api.md §2 row 14).
	admin_assignee_id: { name: 'Assigned Admin ID', type: 'id' },
	team_assignee_id: { name: 'Assigned Team ID', type: 'id' },
	open: { name: 'Open', type: 'boolean' },
	state: { name: 'State', type: 'string', path: false },
	snoozed_until: { name: 'Snoozed Until', type: 'date' },
};

/** Data types of ticket attributes (2.16 line 28827) as the search compares them (2.16 line 21132). */
const typeOfData: Readonly<Record<string, FieldType>> = {
	boolean: 'boolean',
	datetime: 'date',
	decimal: 'number',
	integer: 'integer',
	list: 'string',
	string: 'string',
};

/** The attributes of all ticket types, each of which has its own. */
function readTicketTypes(ticketTypes: IDataObject[]): ListedAttribute[] {
	return ticketTypes.flatMap((ticketType) =>
		attributesOf(ticketType).map(({ id, name, label, dataType, items }) => ({
			id,
			name,
			label,
			type: typeOfData[dataType] ?? 'string',
			owner: String(ticketType.name ?? ticketType.id),
			...(dataType === 'list' && { choices: items }),
		})),
	);
}

/** How tickets are searched: dates compare by the second, attributes go by their IDs. */
export const ticketTable: SearchTable = {
	records: 'tickets',
	fields,
	defaultField: 'state',
	dates: 'instant',
	attributes: {
		prefix: 'ticket_attribute.',
		name: 'Ticket Attribute',
		loadOptionsMethod: 'getTicketAttributeNames',
		source: { path: '/ticket_types', query: {}, read: readTicketTypes },
		searchedById: true,
	},
	advice: {
		ticket_state: "Use 'state'.",
		ticket_id: "Use 'id'. The ticket ID of the Inbox can't be searched.",
		contact_id: "Use 'contact_ids' with the ID of one contact.",
		ticket_type: "Use 'ticket_type_id'.",
	},
	sortable: ['created_at', 'updated_at'],
};
