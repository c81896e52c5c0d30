import { describe, expect, it } from '@jest/globals';

import { Workspace } from '../contract/samples/workspace';
import { runNode } from '../support/engine';
import { byId, testResource } from '../support/resource';

const ticket = testResource('ticket');

let prepared: Workspace | undefined;
const workspace = () => (prepared ??= new Workspace(ticket.emulator));

const lastPart = (id: string) => ticket.emulator.state.tickets.get(id)?.parts.at(-1);

describe('Replies to tickets', () => {
	it('are written in the name of the token’s admin, asked for once', async () => {
		const id = await workspace().ticket('Complaint');
		const before = ticket.emulator.requests.length;
		const parameters = { ticketId: byId(id), body: '={{ $json.text }}' };
		const { error } = await ticket.run('reply', parameters, [{ text: 'One' }, { text: 'Two' }]);
		expect(error).toBeUndefined();
		const paths = ticket.emulator.requests.slice(before).map(({ path }) => path);
		expect(paths.filter((path) => path === '/me')).toHaveLength(1);
		expect(ticket.lastRequest().body).toEqual({
			message_type: 'comment',
			type: 'admin',
			admin_id: workspace().admin,
			body: 'Two',
		});
		expect(lastPart(id)).toMatchObject({ part_type: 'comment', author: { type: 'admin' } });
	});

	it('can be those of the contact, but not on back-office tickets', async () => {
		const id = await workspace().ticket('Complaint');
		const email = workspace().newEmail();
		await workspace().user({ email, external_id: 'customer-7' });
		const asContact = { replyAs: 'contact', body: 'Thanks' };
		await ticket.output('reply', {
			...asContact,
			ticketId: byId(id),
			contactBy: 'externalId',
			externalId: 'customer-7',
		});
		expect(lastPart(id)).toMatchObject({ author: { type: 'user', email } });
		const words = await ticket.failure('reply', {
			...asContact,
			ticketId: byId(await workspace().ticket('Repair')),
			contactBy: 'email',
			email,
		});
		expect(words).toContain('User replies are not allowed on Backoffice tickets');
	});

	it('carry files of the item and addresses', async () => {
		const id = await workspace().ticket('Complaint');
		const photo = Buffer.from('a photo').toString('base64');
		const { error } = await runNode({
			parameters: {
				resource: 'ticket',
				operation: 'reply',
				ticketId: byId(id),
				body: 'See the photo',
				additionalFields: {
					attachmentFields: 'photo',
					attachmentUrls: ['https://example.com/box.png'],
				},
			},
			inputData: [
				{
					json: {},
					binary: { photo: { data: photo, mimeType: 'image/png', fileName: 'lamp.png' } },
				},
			],
			credentials: ticket.emulator.credentials(),
		});
		expect(error).toBeUndefined();
		expect(ticket.lastRequest().body).toMatchObject({
			attachment_files: [{ name: 'lamp.png', content_type: 'image/png', data: photo }],
			attachment_urls: ['https://example.com/box.png'],
		});
		expect(lastPart(id)?.attachments).toHaveLength(2);
	});

	it('of contacts take no files, which is said before anything is sent', async () => {
		const before = ticket.emulator.requests.length;
		const words = await ticket.failure('reply', {
			ticketId: byId('1'),
			replyAs: 'contact',
			contactBy: 'email',
			email: 'customer@example.com',
			body: 'See the photo',
			additionalFields: { attachmentFields: 'photo' },
		});
		expect(words).toContain("'Attachment Field Names' is only for replies of admins");
		expect(ticket.emulator.requests.length).toBe(before);
	});
});

describe('Replies of contacts to tickets', () => {
	it('offer no Skip Notifications, which only teammates have', async () => {
		const email = workspace().newEmail();
		await workspace().user({ email });
		const ticketId = byId(await workspace().ticket('Complaint'));
		const reply = { ticketId, replyAs: 'contact', contactBy: 'email', email, body: 'Thanks' };
		const skipping = { ...reply, additionalFields: { skipNotifications: true } };
		await expect(ticket.output('reply', skipping)).rejects.toThrow(
			'no such parameters for this resource and operation: additionalFields.skipNotifications',
		);
		await ticket.output('reply', reply);
		expect(ticket.lastRequest().body).toEqual({
			message_type: 'comment',
			type: 'user',
			email,
			body: 'Thanks',
		});
	});
});

describe('Notes on tickets', () => {
	it('are for teammates, and can be posted to linked conversations too', async () => {
		const id = await workspace().ticket('Repair');
		await ticket.output('addNote', {
			ticketId: byId(id),
			body: 'Needs a new socket',
			additionalFields: { crossPost: true, skipNotifications: true },
		});
		expect(ticket.lastRequest().body).toMatchObject({
			message_type: 'note',
			type: 'admin',
			cross_post: true,
			skip_notifications: true,
		});
		expect(lastPart(id)).toMatchObject({ part_type: 'note', body: '<p>Needs a new socket</p>' });
	});
});
