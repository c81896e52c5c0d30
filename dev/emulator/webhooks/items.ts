import { presentCompany } from '../present/company';
import { presentContact } from '../present/contact';
import type { Workspace } from '../route';

/** A conversation in the shape that notifications carry, with the part that caused it. */
function conversation(author: object): object {
	return {
		type: 'conversation',
		id: '215473840934085',
		state: 'open',
		open: true,
		admin_assignee_id: 0,
		team_assignee_id: 0,
		source: {
			type: 'conversation',
			id: '403918330',
			body: '<p>Where is my order?</p>',
			author: { type: 'user', id: '6762f0dd1bb69f9f2193bb83', email: 'customer@example.com' },
		},
		tags: { type: 'tag.list', tags: [] },
		conversation_parts: {
			type: 'conversation_part.list',
			conversation_parts: [
				{
					type: 'conversation_part',
					id: '7044',
					part_type: 'comment',
					body: '<p>It arrives tomorrow.</p>',
					created_at: 1_734_537_243,
					author,
				},
			],
			total_count: 1,
		},
	};
}

const ticket = {
	type: 'ticket',
	id: '494',
	ticket_id: '53',
	ticket_type: { type: 'ticket_type', id: '1234', name: 'Refund' },
	admin_assignee_id: 0,
	team_assignee_id: 0,
	open: true,
};

/**
 * What a notification of a topic is about: a stored record where the workspace has one of that kind,
 * else a sample.
 */
export function itemFor(topic: string, { state, settings }: Workspace): object {
	const [kind, actor] = topic.split('.');
	const [admin] = state.admins.values();
	if (kind === 'contact') {
		const [contact] = state.contacts.values();
		if (contact !== undefined)
			return presentContact(state, contact, { version: settings.defaultVersion });
		return { type: 'contact', id: '6762f0dd1bb69f9f2193bb83', role: 'user' };
	}
	if (kind === 'company') {
		const [company] = state.companies.values();
		return company
			? presentCompany(state, company)
			: { type: 'company', id: '6762f0a61bb69f9f2193bb7f' };
	}
	if (kind === 'conversation') {
		const authors: Record<string, object> = {
			admin: { type: 'admin', id: admin.id, name: admin.name },
			operator: { type: 'bot', id: '991267460', name: 'Fin' },
		};
		return conversation(authors[actor] ?? { type: 'user', id: '6762f0dd1bb69f9f2193bb83' });
	}
	// From 2.15 on this topic nests its ticket, the others do not (intercom-api.md §12).
	if (topic === 'ticket.closed') return { ticket };
	if (kind === 'ticket') return ticket;
	return { type: kind, id: '1' };
}
