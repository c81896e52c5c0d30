import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { recordsIn, valueAt } from '../client/paginate';
import { clientFor } from './client';
import { pageSize, rows, wholeList, type ListSearch } from './lists';

/** What a ticket is found by: its ID, or words of its title and description (2.16 lines 21118-21143). */
function ticketQuery(text: string): IDataObject {
	if (text === '') return { field: 'created_at', operator: '>', value: 0 };
	if (/^\d+$/.test(text)) return { field: 'id', operator: '=', value: text };
	return {
		operator: 'OR',
		value: ['title', 'description'].map((field) => ({ field, operator: '~', value: text })),
	};
}

/** Tickets by title, description or ID, searched by Intercom and paged: no API lists tickets. */
export const searchTickets: ListSearch = async function (filter, paginationToken) {
	const client = await clientFor(this);
	const answer = await client.send({
		method: 'POST',
		path: '/tickets/search',
		body: {
			query: ticketQuery((filter ?? '').trim()),
			pagination: {
				per_page: pageSize,
				...(paginationToken && { starting_after: paginationToken }),
			},
		},
		repeatable: true,
		expects: { list: 'tickets' },
	});
	const next = valueAt(answer, 'pages.next.starting_after');
	const fields = ['ticket_attributes._default_title_', 'ticket_type.name', 'ticket_id'];
	return {
		results: rows(recordsIn(answer, 'tickets'), fields),
		paginationToken: next === undefined || next === null ? undefined : String(next),
	};
};

/** Ticket types that new tickets can have. */
export const searchTicketTypes = wholeList(
	'/ticket_types',
	'data',
	['name', 'category'],
	({ archived }) => archived !== true,
);

/** What the user has filled into a resource locator beside the open one; empty where nothing. */
export function chosenBeside(context: ILoadOptionsFunctions, parameter: string): string {
	const value = context.getCurrentNodeParameter(parameter, { extractValue: true });
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function typesOf(state: IDataObject): string[] {
	return recordsIn(state.ticket_types, 'data').map(({ id }) => String(id));
}

/** The states of the ticket type chosen beside, of all types where none is: custom states too. */
export const searchTicketStates: ListSearch = async function (filter) {
	const ticketType = chosenBeside(this, 'ticketTypeId');
	const states = wholeList(
		'/ticket_states',
		'data',
		['internal_label', 'category'],
		(state) =>
			state.archived !== true && (ticketType === '' || typesOf(state).includes(ticketType)),
	);
	return await states.call(this, filter);
};

/** The attributes of the ticket type chosen beside. */
export const searchTicketTypeAttributes: ListSearch = async function (filter) {
	const ticketType = chosenBeside(this, 'ticketTypeId');
	if (ticketType === '') return { results: [] };
	const attributes = wholeList(
		`/ticket_types/${encodeURIComponent(ticketType)}`,
		'ticket_type_attributes.data',
		['name', 'data_type'],
	);
	return await attributes.call(this, filter);
};
