import { describe, expect, it } from '@jest/globals';

import { Workspace } from '../contract/samples/workspace';
import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const ticket = testResource('ticket');

let prepared: Workspace | undefined;
/** One for all tests: it counts the addresses it makes up. */
const workspace = () => (prepared ??= new Workspace(ticket.emulator));
const me = () => workspace().admin;
const stored = (id: unknown) => ticket.emulator.state.tickets.get(String(id));

async function newConversation() {
	const { id } = await workspace().send('POST', '/contacts', {
		role: 'user',
		external_id: `customer-${ticket.emulator.state.contacts.size}`,
	});
	const body = { from: { type: 'user', id }, body: 'The lamp flickers' };
	const message = await workspace().send('POST', '/conversations', body);
	return String(message.conversation_id);
}

describe('Creating tickets', () => {
	it('takes the contact by ID, external ID or email; an unknown email makes a contact', async () => {
		const { id } = await workspace().send('POST', '/contacts', {
			role: 'user',
			external_id: 'customer-42',
		});
		const ticketTypeId = byId(workspace().ticketType('Question'));
		const [first] = await ticket.output('create', {
			ticketTypeId,
			contactBy: 'id',
			contactId: byId(id),
		});
		const [second] = await ticket.output('create', {
			ticketTypeId,
			contactBy: 'externalId',
			externalId: 'customer-42',
		});
		expect([first.contact_ids, second.contact_ids]).toEqual([[id], [id]]);
		const [third] = await ticket.output('create', {
			ticketTypeId,
			contactBy: 'email',
			email: 'never.seen@example.com',
		});
		const [contactId] = stored(third.id)?.contact_ids ?? [];
		expect(ticket.emulator.state.contacts.get(contactId)?.email).toBe('never.seen@example.com');
	});

	it('sends assignees as texts and company and conversation by bare IDs', async () => {
		const conversation = await newConversation();
		const team = workspace().first('teams');
		const [{ id }] = await ticket.output('create', {
			ticketTypeId: byId(workspace().ticketType('Repair')),
			contactBy: 'email',
			email: 'customer@example.com',
			additionalFields: {
				adminAssigneeId: me(),
				teamAssigneeId: team,
				companyId: 'https://app.intercom.com/a/apps/abc/companies/6762f0ae1bb69f9f2193bb7b',
				conversationToLinkId: `conversation_${conversation}`,
			},
		});
		expect(ticket.lastRequest().body).toMatchObject({
			assignment: { admin_assignee_id: me(), team_assignee_id: team },
			company_id: '6762f0ae1bb69f9f2193bb7b',
			conversation_to_link_id: conversation,
		});
		expect(stored(id)).toMatchObject({
			admin_assignee_id: Number(me()),
			linked_conversation_ids: [conversation],
		});
	});

	it('is not repeated after a lost answer, because that could make two', async () => {
		const before = ticket.emulator.state.tickets.size;
		ticket.emulator.failNext({ kind: 'resetAfter', match: '^POST /tickets$' });
		const words = await ticket.failure('create', {
			ticketTypeId: byId(workspace().ticketType('Question')),
			contactBy: 'email',
			email: 'customer@example.com',
		});
		expect(words).toContain('The request may have been carried out all the same');
		expect(ticket.emulator.state.tickets.size).toBe(before + 1);
	});
});

describe('Creating tickets in the background', () => {
	const parameters = () => ({
		ticketTypeId: byId(workspace().ticketType('Question')),
		contactBy: 'email',
		email: 'customer@example.com',
		simplify: false,
	});

	it('gives the job, or waits and gives the ticket', async () => {
		ticket.emulator.settings.jobMilliseconds = 700;
		const [job] = await ticket.output('createAsync', parameters());
		expect(job).toMatchObject({ type: 'job', status: 'pending', resource_type: 'ticket' });
		const [made] = await ticket.output('createAsync', { ...parameters(), wait: true });
		expect(made).toMatchObject({ type: 'ticket', ticket_type: { name: 'Question' } });
		expect(stored(made.id)).toBeDefined();
	});

	it('gives the job as it is when the time is up', async () => {
		ticket.emulator.settings.jobMilliseconds = 60_000;
		const [job] = await ticket.output('createAsync', {
			...parameters(),
			wait: true,
			maximumWait: 1,
		});
		expect(job).toMatchObject({ type: 'job', status: 'pending' });
	});

	it('fails when the job fails', async () => {
		ticket.emulator.settings.jobMilliseconds = 0;
		ticket.emulator.settings.jobsFail = true;
		const words = await ticket.failure('createAsync', { ...parameters(), wait: true });
		ticket.emulator.settings.jobsFail = false;
		expect(words).toContain('Intercom could not carry out job');
		expect(words).toContain('Nothing was created.');
	});
});

describe('Changing tickets', () => {
	it('sets state, assignee, visibility and snooze in the types that Intercom wants', async () => {
		const id = await workspace().ticket('Complaint');
		const state = workspace().ticketState('At the workshop');
		const [changed] = await ticket.output('update', {
			ticketId: byId(id),
			updateFields: {
				adminId: me(),
				assigneeId: workspace().first('teams'),
				isShared: false,
				snoozedUntil: '2027-01-01T00:00:00Z',
				ticketStateId: state,
			},
		});
		expect(ticket.lastRequest().body).toEqual({
			admin_id: Number(me()),
			assignee_id: workspace().first('teams'),
			is_shared: false,
			snoozed_until: 1_798_761_600,
			ticket_state_id: state,
		});
		expect(changed).toMatchObject({
			state: 'At the workshop',
			team_assignee_id: Number(workspace().first('teams')),
		});
	});

	it('unassigns with Nobody, and closes', async () => {
		const id = await workspace().ticket('Complaint');
		const update = (updateFields: object) =>
			ticket.output('update', { ticketId: byId(id), updateFields });
		await update({ assigneeId: me() });
		expect(stored(id)?.admin_assignee_id).toBe(Number(me()));
		await update({ assigneeId: '0', open: false });
		expect(stored(id)).toMatchObject({ admin_assignee_id: 0, open: false });
	});

	it('Activepieces: a custom state goes by its ID; one of another type is refused with the reason', async () => {
		const id = await workspace().ticket('Question');
		const words = await ticket.failure('update', {
			ticketId: byId(id),
			updateFields: { ticketStateId: workspace().ticketState('At the workshop') },
		});
		expect(words).toContain(
			'Ticket state id is not valid or is not associated with the ticket type',
		);
	});

	it('changes the type within the category; values of the same name and type stay', async () => {
		const [{ id }] = await ticket.output('create', {
			ticketTypeId: byId(workspace().ticketType('Question')),
			contactBy: 'email',
			email: 'customer@example.com',
			attributesInput: 'json',
			attributesJson: '{"title": "Lamp"}',
		});
		await ticket.output('changeType', {
			ticketId: byId(id),
			ticketTypeId: byId(workspace().ticketType('Complaint')),
			ticketStateId: byId(workspace().ticketState('At the workshop')),
			attributesInput: 'json',
			attributesJson: '{"Quantity": 2}',
		});
		expect(stored(id)?.attributes).toMatchObject({ _default_title_: 'Lamp', Quantity: 2 });
		const words = await ticket.failure('changeType', {
			ticketId: byId(id),
			ticketTypeId: byId(workspace().ticketType('Repair')),
			ticketStateId: byId(workspace().ticketState('Submitted')),
		});
		expect(words).toContain('same category');
	});

	it('reads by ID, Inbox address or prefixed ID, and deletes for good', async () => {
		const id = await workspace().ticket('Complaint');
		const url = `https://app.intercom.com/a/inbox/abc/inbox/view/1/conversation/${id}`;
		const byUrl = { __rl: true, mode: 'url', value: url };
		expect(await ticket.output('get', { ticketId: byUrl })).toMatchObject([
			{
				id,
				ticket_type: 'Complaint',
				ticket_type_id: workspace().ticketType('Complaint'),
				state_category: 'submitted',
				state_id: stored(id)?.ticket_state_id,
			},
		]);
		const [whole] = await ticket.output('get', { ticketId: byId(`ticket_${id}`), simplify: false });
		expect(whole).toMatchObject({ type: 'ticket', ticket_parts: { total_count: 1 } });
		const deletion = await ticket.output('delete', { ticketId: byId(id) });
		expect(deletion).toEqual([{ id, object: 'ticket', deleted: true }]);
		expect(await ticket.failure('get', { ticketId: byId(id) })).toContain(
			'Intercom could not find the ticket [item 0]',
		);
	});
});

describe('Tags and links of tickets', () => {
	it('are put on and taken off in the name of the token’s admin, or another', async () => {
		const id = await workspace().ticket('Complaint');
		const tagId = byId(await workspace().tag());
		const [, other] = ticket.emulator.state.admins.keys();
		await ticket.output('addTag', { ticketId: byId(id), tagId });
		expect(ticket.lastRequest().body).toMatchObject({ admin_id: me() });
		expect(stored(id)?.tags).toHaveLength(1);
		await ticket.output('removeTag', { ticketId: byId(id), tagId, adminId: byId(other) });
		expect(ticket.lastRequest()).toMatchObject({ method: 'DELETE', body: { admin_id: other } });
		expect(stored(id)?.tags).toEqual([]);
	});

	it('link conversations to tracker tickets only, each to one', async () => {
		const tracker = await workspace().ticket('Known Issue');
		const conversationId = byId(await newConversation());
		const link = { ticketId: byId(tracker), conversationId };
		const [linked] = await ticket.output('linkConversation', link);
		expect(linked).toMatchObject({ type: 'conversation', linked_objects: { total_count: 1 } });
		expect(await ticket.failure('linkConversation', link)).toContain(
			'A conversation can only have one tracker ticket',
		);
		await ticket.output('unlinkConversation', link);
		expect(stored(tracker)?.linked_conversation_ids).toEqual([]);
		const question = byId(await workspace().ticket('Question'));
		expect(await ticket.failure('linkConversation', { ...link, ticketId: question })).toContain(
			'Only tracker tickets support linking conversations',
		);
	});
});

describe('Choosing a ticket', () => {
	it('searches title and description, or an ID, page by page', async () => {
		for (let count = 0; count < 26; count += 1)
			await workspace().send('POST', '/tickets', {
				ticket_type_id: workspace().ticketType('Question'),
				contacts: [{ email: 'customer@example.com' }],
				ticket_attributes: { _default_title_: `Paint ${count}` },
			});
		const options = { method: 'searchTickets', credentials: ticket.emulator.credentials() };
		const first = await searchList({ ...options, filter: 'paint' });
		expect(first.results).toHaveLength(25);
		expect(first.results[0].name).toMatch(/^Paint \d+ – Question – \d+$/);
		const token = String(first.paginationToken);
		const second = await searchList({ ...options, filter: 'paint', paginationToken: token });
		expect(second.results).toHaveLength(1);
		expect(second.paginationToken).toBeUndefined();
		const one = await searchList({ ...options, filter: String(first.results[3].value) });
		expect(one.results).toEqual([first.results[3]]);
	});
});
