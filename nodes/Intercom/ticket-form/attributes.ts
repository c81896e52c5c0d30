import type { IDataObject } from 'n8n-workflow';

import { recordsIn, valueAt } from '../client/paginate';

/** One choice of a list attribute. */
export interface ListItem {
	/** What Intercom stores and wants to be sent (2.16 line 34169 ff.). */
	id: string;
	label: string;
}

/** What a ticket type says about one of its attributes (2.16 `ticket_type_attribute`). */
export interface TicketAttribute {
	id: string;
	/** The key under which tickets hold the value. */
	name: string;
	/** The name to show. */
	label: string;
	/** string, list, integer, decimal, boolean, datetime or files. */
	dataType: string;
	/** Whether teammates must fill it in for a new ticket. */
	required: boolean;
	/** The choices of a list; empty for other types. */
	items: ListItem[];
}

/** The two attributes that every ticket type has (intercom-api.md §11). */
const labels: Record<string, string> = {
	_default_title_: 'Title',
	_default_description_: 'Description',
};

function itemOf(item: IDataObject): ListItem {
	return { id: String(item.id), label: String(item.label ?? item.id) };
}

/**
 * The attributes of a ticket type that tickets can be given, in the order of Intercom's form. The
 * choices of a list stand in `input_options.list_options`, which the description leaves open.
 */
export function attributesOf(ticketType: IDataObject): TicketAttribute[] {
	// Examples call the list `data`, the schema of 2.16 `ticket_type_attributes` (line 34450).
	const data = valueAt(ticketType, 'ticket_type_attributes.data');
	const key = data === undefined ? 'ticket_type_attributes' : 'data';
	return recordsIn(ticketType.ticket_type_attributes, key)
		.filter(({ archived }) => archived !== true)
		.sort((a, b) => Number(a.order ?? 0) - Number(b.order ?? 0))
		.map((attribute) => {
			const name = String(attribute.name);
			const items = valueAt(attribute, 'input_options.list_options');
			return {
				id: String(attribute.id),
				name,
				label: labels[name] ?? name,
				dataType: String(attribute.data_type),
				required: attribute.required_to_create === true,
				items: Array.isArray(items) ? (items as IDataObject[]).map(itemOf) : [],
			};
		});
}
