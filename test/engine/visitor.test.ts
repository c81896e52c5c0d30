import { describe, expect, it } from '@jest/globals';

import { seedContacts } from '../../dev/emulator';
import { byId, testResource } from '../support/resource';

const visitor = testResource('visitor');

function newVisitor(): { id: string; userId: string; email: string } {
	const { identifiers, visitors } = visitor.emulator.state;
	const id = identifiers.nextObjectId();
	const userId = `visitor-${id}`;
	const email = `${userId}@example.com`;
	visitors.set(id, {
		id,
		user_id: userId,
		name: 'Curious',
		email,
		pseudonym: 'Violet Suitcase',
		session_count: 3,
		custom_attributes: {},
		created_at: 1_734_537_243,
		updated_at: 1_734_537_243,
	});
	return { id, userId, email };
}

describe('Visitor', () => {
	it('is read by the ID that the Messenger made up', async () => {
		const { id, userId } = newVisitor();
		expect(await visitor.output('get', { userId })).toMatchObject([
			{ id, user_id: userId, pseudonym: 'Violet Suitcase', session_count: 3 },
		]);
	});

	it('is changed by either ID', async () => {
		const { id, userId } = newVisitor();
		await visitor.output('update', {
			visitorBy: 'id',
			id,
			updateFields: { customAttributes: '{"plan": "trial", "seats": 3}' },
		});
		expect(visitor.lastRequest().body).toEqual({
			id,
			custom_attributes: { plan: 'trial', seats: 3 },
		});
		await visitor.output('update', { userId, updateFields: { name: 'Known' } });
		expect(visitor.emulator.state.visitors.get(id)).toMatchObject({
			name: 'Known',
			custom_attributes: { plan: 'trial', seats: 3 },
		});
	});

	it('that does not exist is said to be missing', async () => {
		const failure = await visitor.failure('update', {
			userId: 'nobody',
			updateFields: { name: 'Ghost' },
		});
		expect(failure).toContain('Intercom could not find the visitor [item 0]');
		expect(failure).toContain('Visitor Not Found');
	});
});

describe('Visitor: Convert', () => {
	it('makes a new lead of a visitor, who is gone then', async () => {
		const { id, userId } = newVisitor();
		const [lead] = await visitor.output('convert', {
			userId,
			type: 'lead',
			contactBy: 'email',
			email: 'converted@example.com',
		});
		expect(visitor.lastRequest().body).toEqual({
			type: 'lead',
			visitor: { user_id: userId },
			user: { email: 'converted@example.com' },
		});
		expect(lead).toMatchObject({ role: 'lead', email: 'converted@example.com', name: 'Curious' });
		expect(visitor.emulator.state.visitors.has(id)).toBe(false);
	});

	it('merges a visitor into a contact that exists', async () => {
		const [contact] = seedContacts(visitor.emulator.state, 1);
		const { email } = newVisitor();
		expect(
			await visitor.output('convert', {
				visitorBy: 'email',
				visitorEmail: email,
				contactBy: 'id',
				contactId: byId(contact.id),
			}),
		).toMatchObject([{ id: contact.id }]);
		const { id } = newVisitor();
		expect(
			await visitor.output('convert', {
				visitorBy: 'id',
				id,
				contactBy: 'externalId',
				externalId: contact.external_id,
			}),
		).toMatchObject([{ id: contact.id }]);
	});

	it('of somebody unknown is refused', async () => {
		const failure = await visitor.failure('convert', {
			userId: 'nobody',
			email: 'converted@example.com',
		});
		expect(failure).toContain('Visitor Not Found');
	});
});
