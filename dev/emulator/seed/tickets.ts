import type { EmulatorState } from '../state';
import type { TicketState } from '../tickets/records';
import { addAttribute, createTicketType } from '../tickets/types';

/** The states that every ticket type has, in the words of the description's examples. */
const STATES: ReadonlyArray<Pick<TicketState, 'category' | 'external_label' | 'internal_label'>> = [
	{ category: 'submitted', internal_label: 'Submitted', external_label: 'Submitted' },
	{ category: 'in_progress', internal_label: 'In progress', external_label: 'In progress' },
	{
		category: 'waiting_on_customer',
		internal_label: 'Waiting on customer',
		external_label: 'Waiting on you',
	},
	{ category: 'resolved', internal_label: 'Resolved', external_label: 'Resolved' },
];

/** One attribute of each data type. */
const ATTRIBUTES = [
	{ name: 'Order number', data_type: 'string' },
	{ name: 'Priority', data_type: 'list', list_items: 'Low,Medium,High' },
	{ name: 'Quantity', data_type: 'integer' },
	{ name: 'Refund', data_type: 'decimal' },
	{ name: 'Under warranty', data_type: 'boolean' },
	{ name: 'Bought on', data_type: 'datetime' },
	{ name: 'Photos', data_type: 'files', allow_multiple_values: true },
] as const;

/**
 * Gives a new workspace the ticket states that all types have, a custom one, and a ticket type of
 * each category; that for customers has attributes of every data type.
 * @param at when they were made, in Unix seconds
 */
export function seedTickets(state: EmulatorState, at: number): void {
	const site = { state, clock: { seconds: () => at } };
	const addState = (details: (typeof STATES)[number], common: boolean, typeIds: string[]) => {
		const id = state.identifiers.nextNumber('ticketState');
		const plain = { archived: false, common, ticket_type_ids: typeIds };
		state.ticketStates.set(id, { id, ...details, ...plain });
	};
	for (const details of STATES) addState(details, true, []);
	const complaint = createTicketType(site, { name: 'Complaint', category: 'Customer' });
	for (const attribute of ATTRIBUTES) addAttribute(site, complaint.id, { ...attribute });
	createTicketType(site, { name: 'Question', category: 'Customer' });
	createTicketType(site, { name: 'Repair', category: 'Back-office' });
	createTicketType(site, { name: 'Known Issue', category: 'Tracker' });
	const custom = { category: 'in_progress', internal_label: 'At the workshop' } as const;
	addState({ ...custom, external_label: 'Being repaired' }, false, [complaint.id]);
}
