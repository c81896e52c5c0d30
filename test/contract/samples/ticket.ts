import { byId, mapped } from './workspace';
import type { ResourceSamples, Sample, Workspace } from './workspace';

async function onTicket(
	workspace: Workspace,
	parameters: Record<string, unknown> = {},
	type = 'Complaint',
): Promise<Sample[]> {
	return [{ parameters: { ticketId: byId(await workspace.ticket(type)), ...parameters } }];
}

async function newConversation(workspace: Workspace): Promise<string> {
	const from = { type: 'user', id: await workspace.user() };
	const body = 'The lamp flickers';
	const message = await workspace.send('POST', '/conversations', { from, body });
	return String(message.conversation_id);
}

/** A value for each data type. */
const attributes = mapped({
	_default_title_: 'Lamp is broken',
	'Order number': 'Order 12',
	Priority: 'High',
	Quantity: 2,
	Refund: 9.95,
	'Under warranty': true,
	'Bought on': '2026-02-01T00:00:00Z',
	Photos: 'https://example.com/lamp.png, https://example.com/box.png',
});

async function newTicket(workspace: Workspace): Promise<Sample[]> {
	const externalId = workspace.newEmail();
	await workspace.user({ external_id: externalId });
	const ticketTypeId = byId(workspace.ticketType('Complaint'));
	const contactId = byId(await workspace.user());
	return [
		{
			parameters: {
				ticketTypeId,
				contactBy: 'id',
				contactId,
				attributes,
				additionalFields: {
					adminAssigneeId: workspace.admin,
					teamAssigneeId: workspace.first('teams'),
					companyId: await workspace.company(),
					createdAt: '2026-02-03T09:30:00Z',
					skipNotifications: true,
				},
			},
		},
		{
			parameters: {
				ticketTypeId: byId(workspace.ticketType('Known Issue')),
				contactBy: 'externalId',
				externalId,
				attributesInput: 'json',
				attributesJson: '{"title": "Lamps flicker"}',
				additionalFields: { conversationToLinkId: await newConversation(workspace) },
			},
		},
		{ parameters: { ticketTypeId, contactBy: 'email', email: workspace.newEmail() } },
	];
}

const attachmentUrls = ['https://example.com/lamp.png'];
const createdAt = '2026-02-03T09:30:00Z';

/** Samples of the ticket operations. */
export const ticket: ResourceSamples = {
	addNote: (workspace) =>
		onTicket(
			workspace,
			{
				body: '<p>Needs a new socket</p>',
				adminId: byId(workspace.admin),
				additionalFields: { attachmentUrls, createdAt, crossPost: true, skipNotifications: true },
			},
			'Repair',
		),
	addTag: async (workspace) => onTicket(workspace, { tagId: byId(await workspace.tag()) }),
	changeType: (workspace) =>
		onTicket(
			workspace,
			{
				ticketTypeId: byId(workspace.ticketType('Complaint')),
				ticketStateId: byId(workspace.ticketState('At the workshop')),
				attributes,
			},
			'Question',
		),
	create: newTicket,
	createAsync: async (workspace) => {
		const [first, ...others] = await newTicket(workspace);
		return [{ parameters: { ...first.parameters, wait: true } }, ...others];
	},
	delete: (workspace) => onTicket(workspace),
	get: (workspace) => onTicket(workspace),
	linkConversation: async (workspace) =>
		onTicket(workspace, { conversationId: byId(await newConversation(workspace)) }, 'Known Issue'),
	removeTag: async (workspace) => {
		const [ticketId, tag] = [await workspace.ticket('Complaint'), await workspace.tag()];
		const body = { id: tag, admin_id: workspace.admin };
		await workspace.send('POST', `/tickets/${ticketId}/tags`, body);
		return [{ parameters: { ticketId: byId(ticketId), tagId: byId(tag) } }];
	},
	reply: async (workspace) => {
		const ticketId = byId(await workspace.ticket('Complaint'));
		const email = workspace.newEmail();
		const contactId = await workspace.user({ email, external_id: 'customer-10' });
		const reply = (parameters: Record<string, unknown>) => ({
			parameters: { ticketId, body: 'It is on its way', ...parameters },
		});
		const contact = { replyAs: 'contact' };
		return [
			reply({ additionalFields: { attachmentUrls, createdAt, skipNotifications: true } }),
			reply({ ...contact, contactBy: 'id', contactId: byId(contactId) }),
			reply({ ...contact, contactBy: 'externalId', externalId: 'customer-10' }),
			reply({ ...contact, contactBy: 'email', email }),
		];
	},
	search: async (workspace) => {
		await workspace.ticket('Complaint');
		return [
			{
				parameters: {
					filterBy: 'formula',
					formula:
						"open = true AND created_at > '2020-01-31' AND ticket_attribute.Priority = 'High'",
					sort: { rule: { field: 'updated_at', order: 'ascending' } },
				},
			},
		];
	},
	unlinkConversation: async (workspace) => {
		const ticketId = await workspace.ticket('Known Issue');
		const conversationId = await newConversation(workspace);
		const body = { conversation_id: conversationId };
		await workspace.send('POST', `/tickets/${ticketId}/linked_conversations`, body);
		return [{ parameters: { ticketId: byId(ticketId), conversationId: byId(conversationId) } }];
	},
	update: (workspace) =>
		onTicket(workspace, {
			attributes,
			updateFields: {
				adminId: workspace.admin,
				assigneeId: workspace.first('teams'),
				companyId: '6762f0ae1bb69f9f2193bb7b',
				isShared: true,
				open: true,
				skipNotifications: true,
				snoozedUntil: '2027-01-01T00:00:00Z',
				ticketStateId: workspace.ticketState('Resolved'),
			},
		}),
};
