import { IntercomError } from '../errors';
import type { FieldType, Scalar, SearchField, SearchSchema } from '../search/fields';
import type { Ticket, TicketDataType, TicketType, TicketTypeAttribute } from './records';

/** What the search calls the categories (2.16 line 21136). */
const CATEGORY_TERMS = { Customer: 'request', 'Back-office': 'task', Tracker: 'tracker' } as const;

const SEARCH_TYPES: Record<TicketDataType, FieldType> = {
	string: 'string',
	list: 'string',
	integer: 'number',
	decimal: 'number',
	boolean: 'boolean',
	datetime: 'date',
	files: 'string',
};

const ATTRIBUTE_PREFIX = 'ticket_attribute.';

function assigneeOf(id: number): string | null {
	return id === 0 ? null : String(id);
}

function text(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

/** A list is found by the id of its item and by its label; which of them Intercom takes is not documented. */
function attributeField(typeId: string, attribute: TicketTypeAttribute): SearchField<Ticket> {
	return {
		type: SEARCH_TYPES[attribute.data_type],
		read(ticket) {
			if (ticket.ticket_type_id !== typeId) return null;
			const value = (ticket.attributes[attribute.name] ?? null) as Scalar;
			const item = attribute.list_items.find(({ id }) => id === value);
			return item === undefined ? value : [item.id, item.label];
		},
	};
}

/**
 * How tickets are searched (2.16 lines 21118-21175).
 * @param typeOf finds a ticket type by its id
 * @param types all ticket types
 */
export function ticketSearchSchema(
	typeOf: (id: string) => TicketType | undefined,
	types: () => Iterable<TicketType>,
): SearchSchema<Ticket> {
	const fields: Record<string, SearchField<Ticket>> = {
		id: { type: 'string', read: ({ id }) => id },
		created_at: { type: 'date', read: ({ created_at: at }) => at },
		updated_at: { type: 'date', read: ({ updated_at: at }) => at },
		snoozed_until: { type: 'date', read: ({ snoozed_until: at }) => at },
		title: { type: 'string', read: ({ attributes }) => text(attributes._default_title_) },
		description: {
			type: 'string',
			read: ({ attributes }) => text(attributes._default_description_),
		},
		category: {
			type: 'string',
			read: ({ ticket_type_id: id }) => CATEGORY_TERMS[typeOf(id)?.category ?? 'Customer'],
		},
		ticket_type_id: { type: 'string', read: ({ ticket_type_id: id }) => id },
		contact_ids: { type: 'string', read: ({ contact_ids: ids }) => ids },
		teammate_ids: {
			type: 'string',
			read: ({ parts }) =>
				parts.filter(({ author }) => author.type === 'admin').map(({ author }) => author.id),
		},
		admin_assignee_id: { type: 'string', read: (ticket) => assigneeOf(ticket.admin_assignee_id) },
		team_assignee_id: { type: 'string', read: (ticket) => assigneeOf(ticket.team_assignee_id) },
		open: { type: 'boolean', read: ({ open }) => open },
		state: {
			type: 'string',
			read: ({ open, snoozed_until: snoozed }) => {
				if (!open) return 'closed';
				return snoozed === null ? 'open' : 'snoozed';
			},
		},
	};
	return {
		lookups: [],
		inclusive: true,
		operators: {
			string: ['=', '!=', 'IN', 'NIN', '~', '!~', '^', '$'],
			number: ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<='],
			boolean: ['=', '!=', 'IN', 'NIN'],
			date: ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<='],
		},
		defaultSort: { field: 'updated_at', order: 'descending' },
		field(name) {
			if (!name.startsWith(ATTRIBUTE_PREFIX)) return fields[name];
			const wanted = name.slice(ATTRIBUTE_PREFIX.length);
			// The code and message of Intercom-OpenAPI #139.
			if (!/^\d+$/.test(wanted)) {
				throw new IntercomError(
					400,
					'field_not_found',
					'The request ticket attribute ID is not a valid integer',
				);
			}
			for (const { id: typeId, attributes } of types()) {
				const attribute = attributes.find(({ id }) => id === wanted);
				if (attribute) return attributeField(typeId, attribute);
			}
			return undefined;
		},
	};
}
