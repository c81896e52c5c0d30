import { byId, mapped } from './workspace';
import type { ResourceSamples, Sample, Workspace } from './workspace';

async function onConversation(
	workspace: Workspace,
	parameters: Record<string, unknown> = {},
): Promise<Sample[]> {
	const conversationId = byId(await workspace.conversation());
	return [{ parameters: { conversationId, ...parameters } }];
}

const attachmentUrls = ['https://example.com/map.png'];
const createdAt = '2026-02-01T00:00:00Z';

/** A later time than any test runs at. */
const someday = '2099-01-31T09:30:00Z';

async function answer(workspace: Workspace, id: string, fields: object): Promise<string> {
	const { conversation_parts: list } = await workspace.send('POST', `/conversations/${id}/reply`, {
		message_type: 'comment',
		type: 'admin',
		admin_id: workspace.admin,
		body: '<p>It is <b>on its way</b></p>',
		...fields,
	});
	const parts = (list as { conversation_parts: Array<{ id: string }> }).conversation_parts;
	return parts[parts.length - 1].id;
}

/** A conversation with an answer, a note and a file. */
async function answered(workspace: Workspace): Promise<string> {
	const id = await workspace.conversation({ title: 'Late order' });
	const data = Buffer.from('The label').toString('base64');
	await answer(workspace, id, { message_type: 'note', body: 'VIP' });
	await answer(workspace, id, {
		attachment_files: [{ content_type: 'application/pdf', name: 'label.pdf', data }],
	});
	return id;
}

/** Samples of the conversation operations. */
export const conversation: ResourceSamples = {
	addContact: async (workspace) => {
		const conversationId = byId(await workspace.conversation());
		const externalId = workspace.newEmail();
		await workspace.user({ external_id: externalId });
		return [
			{ parameters: { conversationId, contactId: byId(await workspace.user()) } },
			{ parameters: { conversationId, contactBy: 'externalId', externalId } },
			{ parameters: { conversationId, contactBy: 'email', email: workspace.newEmail() } },
		];
	},
	addNote: (workspace) =>
		onConversation(workspace, {
			body: '<p>Called back</p>',
			adminId: byId(workspace.admin),
			additionalFields: { attachmentUrls, createdAt, skipNotifications: true },
		}),
	addTag: async (workspace) => onConversation(workspace, { tagId: byId(await workspace.tag()) }),
	assign: async (workspace) => {
		const conversationId = byId(await workspace.conversation());
		const additionalFields = { body: 'One for you' };
		return [
			{ parameters: { conversationId, assignTo: 'admin', assigneeId: byId(workspace.admin) } },
			{
				parameters: {
					conversationId,
					assignTo: 'team',
					teamId: byId(workspace.first('teams')),
					additionalFields,
				},
			},
			{ parameters: { conversationId, assignTo: 'noAdmin' } },
			{ parameters: { conversationId, assignTo: 'noTeam' } },
		];
	},
	close: (workspace) => onConversation(workspace, { additionalFields: { body: 'Goodbye' } }),
	convertToTicket: (workspace) =>
		onConversation(workspace, {
			ticketTypeId: byId(workspace.ticketType('Complaint')),
			attributes: mapped({
				_default_title_: 'Late order',
				'Order number': 'Order 12',
				Priority: 'High',
				Quantity: 2,
			}),
		}),
	create: async (workspace) => [
		{
			parameters: {
				contactRole: 'user',
				contactId: byId(await workspace.user()),
				body: 'Where is my order?',
				additionalFields: { attachmentUrls, brandId: '10', createdAt, subject: 'Order' },
			},
		},
		{
			parameters: { contactRole: 'lead', contactId: byId(await workspace.lead()), body: 'Hello' },
		},
	],
	delete: async (workspace) => [
		...(await onConversation(workspace)),
		...(await onConversation(workspace, { retainMetrics: false })),
	],
	downloadAttachments: async (workspace) => [
		{ parameters: { conversationId: byId(await answered(workspace)) } },
	],
	get: async (workspace) => {
		const conversationId = byId(await answered(workspace));
		const options = { displayAs: true, includeTranslations: true };
		return [
			{ parameters: { conversationId } },
			{ parameters: { conversationId, simplify: false, options } },
		];
	},
	getAll: async (workspace) => {
		await workspace.conversation();
		return [{ parameters: {} }];
	},
	getDeleted: async (workspace) => {
		const id = await workspace.conversation();
		await workspace.send('DELETE', `/conversations/${id}`);
		return [{ parameters: { options: { order: 'asc' } } }];
	},
	getHandlingEvents: async (workspace) => {
		const id = await workspace.conversation({
			handling_events: [
				{
					admin_id: workspace.admin,
					type: 'paused',
					timestamp: '2026-01-09T09:00:00Z',
					reason: 'Away',
				},
			],
		});
		return [{ parameters: { conversationId: byId(id) } }];
	},
	getLinkedTickets: async (workspace) => {
		const id = await workspace.conversation({
			linked_objects: [{ type: 'ticket', id: '700', category: 'Tracker' }],
		});
		return [{ parameters: { conversationId: byId(id) } }];
	},
	getSideConversations: async (workspace) => {
		const id = await workspace.conversation({
			side_conversations: [{ id: '456', parts: [] }],
		});
		return [{ parameters: { conversationId: byId(id) } }];
	},
	getTranscript: async (workspace) => {
		const conversationId = byId(await answered(workspace));
		return [
			{ parameters: { conversationId } },
			{ parameters: { conversationId, format: 'structured', options: { includeEvents: true } } },
		];
	},
	merge: async (workspace) =>
		onConversation(workspace, { mergeIntoConversationId: byId(await workspace.conversation()) }),
	open: (workspace) => onConversation(workspace),
	redact: async (workspace) => {
		const id = await workspace.conversation();
		const part = await answer(workspace, id, {});
		const conversationId = byId(id);
		return [
			{ parameters: { conversationId, conversationPartId: part } },
			{ parameters: { conversationId, redactedType: 'source' } },
		];
	},
	removeContact: async (workspace) => {
		const [first, second] = [await workspace.user(), await workspace.user()];
		const id = await workspace.conversation({ contact_ids: [first, second] });
		return [{ parameters: { conversationId: byId(id), contactId: byId(first) } }];
	},
	removeTag: async (workspace) => {
		const tag = await workspace.tag();
		const id = await workspace.conversation();
		await workspace.send('POST', `/conversations/${id}/tags`, {
			id: tag,
			admin_id: workspace.admin,
		});
		return [{ parameters: { conversationId: byId(id), tagId: byId(tag) } }];
	},
	reply: async (workspace) => {
		const externalId = workspace.newEmail();
		const email = workspace.newEmail();
		const contact = await workspace.user({ external_id: externalId, email });
		const id = await workspace.conversation({ contact_ids: [contact] });
		const uuid = 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb';
		const options = [{ text: 'Yes', uuid }];
		await answer(workspace, id, { message_type: 'quick_reply', reply_options: options });
		const conversationId = byId(id);
		const contactId = byId(contact);
		const body = 'Thank you';
		return [
			{
				parameters: {
					conversationId,
					body,
					additionalFields: { attachmentUrls, createdAt, skipNotifications: true },
				},
			},
			{ parameters: { conversationId, replyAs: 'user', contactId, body } },
			{
				parameters: {
					conversationId,
					replyAs: 'user',
					contactBy: 'externalId',
					externalId,
					additionalFields: { replyOptions: { choice: { text: 'Yes', uuid } } },
				},
			},
			{
				parameters: {
					conversationId,
					replyAs: 'user',
					contactId,
					body: 'Yes, in green please',
					additionalFields: { replyOptions: { choice: { text: 'Yes', uuid } } },
				},
			},
			{
				parameters: {
					conversationId: byId('last'),
					replyAs: 'user',
					contactBy: 'email',
					email,
					body,
				},
			},
		];
	},
	search: async (workspace) => {
		await workspace.conversation();
		return [
			{
				parameters: {
					filterBy: 'formula',
					formula: "state = 'open' AND updated_at > '2026-01-31'",
					options: { includeMonitors: true, includeScorecards: true },
				},
			},
		];
	},
	sendQuickReply: (workspace) =>
		onConversation(workspace, {
			replyOptions: { button: [{ text: 'Yes' }, { text: 'No' }] },
			additionalFields: { body: 'Did it arrive?', createdAt, skipNotifications: true },
		}),
	snooze: (workspace) => onConversation(workspace, { snoozedUntil: someday }),
	update: async (workspace) => {
		const name = 'Reference';
		await workspace.send('POST', '/conversations/attributes', { name, data_type: 'string' });
		return onConversation(workspace, {
			updateFields: { companyId: await workspace.company(), read: true, title: 'Late order' },
			customAttributes: mapped({ [name]: 'Order 12' }),
		});
	},
};
