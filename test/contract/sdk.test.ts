import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IntercomClient } from 'intercom-client';

import { startCheckedEmulator } from '../support/emulator';
import type { CheckedEmulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { byId, Workspace } from './samples/workspace';

/** The same wish, told to Intercom's official SDK and to the node. */
interface Intent {
	title: string;
	/** Prepares a workspace; both sides get the same, so ids agree. */
	prepare: (workspace: Workspace) => Promise<Record<string, string>>;
	sdk: (client: IntercomClient, ids: Record<string, string>) => Promise<unknown>;
	/** The node's parameters. */
	node: (ids: Record<string, string>) => Record<string, unknown>;
}

const user = async (workspace: Workspace) => ({
	user: await workspace.user({ external_id: 'customer-1' }),
});
const nothing = async () => ({});

const signedUpAt = '2026-02-01T00:00:00Z';
const signedUpSeconds = Date.parse(signedUpAt) / 1000;

const intents: Intent[] = [
	{
		title: 'create a user',
		prepare: nothing,
		sdk: async (client) =>
			await client.contacts.create({
				role: 'user',
				...{ email: 'buyer@example.com' },
				name: 'Buyer',
				signed_up_at: signedUpSeconds,
				unsubscribed_from_emails: false,
				custom_attributes: { plan: 'pro', seats: 3 },
			}),
		node: () => ({
			resource: 'contact',
			operation: 'create',
			role: 'user',
			email: 'buyer@example.com',
			additionalFields: { name: 'Buyer', signedUpAt, unsubscribedFromEmails: false },
			customAttributesInput: 'json',
			customAttributesJson: '{"plan":"pro","seats":3}',
		}),
	},
	{
		title: 'get a contact by ID',
		prepare: user,
		sdk: async (client, ids) => await client.contacts.find({ contact_id: ids.user }),
		node: (ids) => ({ resource: 'contact', operation: 'get', contactId: byId(ids.user) }),
	},
	{
		title: 'get a contact by external ID',
		prepare: user,
		sdk: async (client) =>
			await client.contacts.showContactByExternalId({ external_id: 'customer-1' }),
		node: () => ({
			resource: 'contact',
			operation: 'get',
			by: 'externalId',
			externalId: 'customer-1',
		}),
	},
	{
		title: 'list contacts',
		prepare: user,
		sdk: async (client) => await client.contacts.list({ per_page: 50 }),
		node: () => ({
			resource: 'contact',
			operation: 'getAll',
			pageOptions: { pageSize: 50 },
		}),
	},
	{
		title: 'update a contact',
		prepare: user,
		sdk: async (client, ids) =>
			await client.contacts.update({
				contact_id: ids.user,
				name: 'Renamed',
				phone: '+353871234567',
			}),
		node: (ids) => ({
			resource: 'contact',
			operation: 'update',
			contactId: byId(ids.user),
			updateFields: { name: 'Renamed', phone: '+353871234567' },
		}),
	},
	{
		title: 'merge a lead into a user',
		prepare: async (workspace) => {
			const phone = '+353871234567';
			return { lead: await workspace.lead({ phone }), user: await workspace.user({ phone }) };
		},
		sdk: async (client, ids) => {
			await client.contacts.find({ contact_id: ids.lead });
			await client.contacts.find({ contact_id: ids.user });
			await client.contacts.mergeLeadInUser({ from: ids.lead, into: ids.user });
		},
		node: (ids) => ({
			resource: 'contact',
			operation: 'merge',
			leadId: byId(ids.lead),
			userId: byId(ids.user),
		}),
	},
	...(['archive', 'delete'] as const).map((operation): Intent => ({
		title: `${operation} a contact`,
		prepare: user,
		sdk: async (client, ids) => await client.contacts[operation]({ contact_id: ids.user }),
		node: (ids) => ({ resource: 'contact', operation, contactId: byId(ids.user) }),
	})),
	{
		title: 'unarchive a contact',
		prepare: async (workspace) => {
			const ids = await user(workspace);
			await workspace.send('POST', `/contacts/${ids.user}/archive`);
			return ids;
		},
		sdk: async (client, ids) => await client.contacts.unarchive({ contact_id: ids.user }),
		node: (ids) => ({ resource: 'contact', operation: 'unarchive', contactId: byId(ids.user) }),
	},
	{
		title: 'block a contact',
		prepare: async (workspace) => ({ lead: await workspace.lead() }),
		sdk: async (client, ids) => await client.contacts.blockContact({ contact_id: ids.lead }),
		node: (ids) => ({ resource: 'contact', operation: 'block', contactId: byId(ids.lead) }),
	},
	{
		title: 'attach a company',
		prepare: async (workspace) => ({
			...(await user(workspace)),
			company: await workspace.company(),
		}),
		sdk: async (client, ids) =>
			await client.companies.attachContact({ contact_id: ids.user, id: ids.company }),
		node: (ids) => ({
			resource: 'contact',
			operation: 'attachCompany',
			contactId: byId(ids.user),
			companyId: byId(ids.company),
		}),
	},
	{
		title: 'add a tag',
		prepare: async (workspace) => ({ ...(await user(workspace)), tag: await workspace.tag() }),
		sdk: async (client, ids) => await client.tags.tagContact({ contact_id: ids.user, id: ids.tag }),
		node: (ids) => ({
			resource: 'contact',
			operation: 'addTag',
			contactId: byId(ids.user),
			tagId: byId(ids.tag),
		}),
	},
	{
		title: 'opt a contact in',
		prepare: async (workspace) => ({
			...(await user(workspace)),
			type: workspace.subscriptionType(),
		}),
		sdk: async (client, ids) =>
			await client.contacts.attachSubscription({
				contact_id: ids.user,
				id: ids.type,
				consent_type: 'opt_in',
			}),
		node: (ids) => ({
			resource: 'contact',
			operation: 'addSubscription',
			contactId: byId(ids.user),
			subscriptionId: byId(ids.type),
			consentType: 'opt_in',
		}),
	},
	{
		title: 'add a note',
		prepare: async (workspace) => ({ ...(await user(workspace)), admin: workspace.admin }),
		sdk: async (client, ids) =>
			await client.notes.create({ contact_id: ids.user, admin_id: ids.admin, body: 'Called back' }),
		node: (ids) => ({
			resource: 'contact',
			operation: 'addNote',
			contactId: byId(ids.user),
			adminId: byId(ids.admin),
			body: 'Called back',
		}),
	},
	{
		title: 'send an in-app message',
		prepare: async (workspace) => ({ ...(await user(workspace)), admin: workspace.admin }),
		sdk: async (client, ids) =>
			await client.messages.create({
				message_type: 'inapp',
				body: 'Hello',
				from: { type: 'admin', id: Number(ids.admin) },
				to: { type: 'user', id: ids.user },
			}),
		node: (ids) => ({
			resource: 'message',
			operation: 'send',
			messageType: 'inapp',
			contactId: byId(ids.user),
			body: 'Hello',
			adminId: byId(ids.admin),
		}),
	},
	{
		title: 'send an email that opens a conversation',
		prepare: async (workspace) => ({ lead: await workspace.lead(), admin: workspace.admin }),
		sdk: async (client, ids) =>
			await client.messages.create({
				message_type: 'email',
				subject: 'Your order',
				body: '<p>It is on its way</p>',
				template: 'personal',
				from: { type: 'admin', id: Number(ids.admin) },
				to: { type: 'lead', id: ids.lead },
				create_conversation_without_contact_reply: true,
			}),
		node: (ids) => ({
			resource: 'message',
			operation: 'send',
			messageType: 'email',
			contactId: byId(ids.lead),
			recipientType: 'lead',
			subject: 'Your order',
			body: '<p>It is on its way</p>',
			template: 'personal',
			adminId: byId(ids.admin),
			additionalFields: { createConversationWithoutContactReply: true },
		}),
	},
];

/** What the emulator got since a point in its record. */
function sent(emulator: CheckedEmulator, from: number) {
	return emulator.requests
		.slice(from)
		.map(({ method, path, query, body, status }) => ({ method, path, query, body, status }));
}

describe('the official SDK and the node send the same', () => {
	let emulators: CheckedEmulator[];

	beforeEach(async () => {
		emulators = await Promise.all([startCheckedEmulator(), startCheckedEmulator()]);
	});
	afterEach(async () => {
		await Promise.all(emulators.map(async (emulator) => await emulator.close()));
		for (const emulator of emulators) emulator.assertClean();
	});

	it.each(intents)('to $title', async ({ prepare, sdk, node }) => {
		const [forSdk, forNode] = emulators;
		const [ids] = await Promise.all(
			emulators.map(async (emulator) => await prepare(new Workspace(emulator))),
		);
		const start = forSdk.requests.length;
		const client = new IntercomClient({
			token: forSdk.token,
			environment: forSdk.url,
			headers: { 'Intercom-Version': '2.16' },
			maxRetries: 0,
		});
		await sdk(client, ids);
		const { error } = await runNode({
			parameters: node(ids),
			credentials: forNode.credentials(),
		});
		expect(error).toBeUndefined();
		expect(sent(forNode, start)).toEqual(sent(forSdk, start));
	});
});
