import type { Parameter, SimplifiedFields } from '../../engine/operation';

/** What "Simplify" keeps of a ticket. */
export const ticketSummary: SimplifiedFields = {
	id: true,
	ticket_id: true,
	title: 'ticket_attributes._default_title_',
	description: 'ticket_attributes._default_description_',
	ticket_type: 'ticket_type.name',
	ticket_type_id: 'ticket_type.id',
	category: true,
	state: 'ticket_state.internal_label',
	state_id: 'ticket_state.id',
	state_category: 'ticket_state.category',
	open: true,
	contact_ids: 'contacts.contacts.id',
	admin_assignee_id: true,
	team_assignee_id: true,
	created_at: true,
	updated_at: true,
};

function chosen(description: string): string {
	return `${description}. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`;
}

/** A drop-down inside a collection, where resource locators have no place; ids are texts in 2.16. */
export function choice(
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	description: string,
	wire: Parameter['wire'],
): Parameter {
	return {
		displayName,
		name,
		type: 'options',
		typeOptions: { loadOptionsMethod },
		default: '',
		description: chosen(description),
		wire,
	};
}

/** The company a ticket is about. */
export const companyId: Parameter = {
	displayName: 'Company ID',
	name: 'companyId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 6762f0ae1bb69f9f2193bb7b',
	description: "The company the ticket is about, by Intercom's own ID",
	wire: { as: 'id' },
};

/** Keeps quiet towards customers and teammates. */
export const skipNotifications: Parameter = {
	displayName: 'Skip Notifications',
	name: 'skipNotifications',
	type: 'boolean',
	default: true,
	description: 'Whether nobody is notified',
};
