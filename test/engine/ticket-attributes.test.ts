import { describe, expect, it } from '@jest/globals';

import { Workspace } from '../contract/samples/workspace';
import { resourceMapping, searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const ticket = testResource('ticket');

const workspace = () => new Workspace(ticket.emulator);
const typeId = (name = 'Complaint') => workspace().ticketType(name);

/** Values as n8n stores what was filled into the form. */
const filled = (value: Record<string, unknown>) => ({ mappingMode: 'defineBelow', value });

async function createWith(parameters: Record<string, unknown>, type?: string) {
	const [{ id }] = await ticket.output('create', {
		ticketTypeId: byId(typeId(type)),
		contactBy: 'email',
		email: 'customer@example.com',
		...parameters,
	});
	return ticket.emulator.state.tickets.get(String(id));
}

const sent = () => ticket.lastRequest().body as { ticket_attributes?: Record<string, unknown> };

describe('The form of a ticket', () => {
	it('is made of the live ticket type: names, types, choices by label, what must be filled in', async () => {
		const { attributes } = ticket.emulator.state.ticketTypes.get(typeId()) ?? { attributes: [] };
		const required = attributes.map((attribute) => ({
			...attribute,
			required_to_create: attribute.name === '_default_title_',
			archived: attribute.name === 'Refund',
		}));
		const { ticketTypes } = ticket.emulator.state;
		const before = ticketTypes.get(typeId());
		if (before === undefined) throw new Error('No ticket type');
		ticketTypes.set(before.id, { ...before, attributes: required });
		const options = {
			parameters: { resource: 'ticket', operation: 'create', ticketTypeId: byId(before.id) },
			credentials: ticket.emulator.credentials(),
		};
		const form = await resourceMapping({ ...options, method: 'getTicketAttributes' });
		expect(form.fields.map(({ displayName, type }) => [displayName, type])).toEqual([
			['Title', 'string'],
			['Description', 'string'],
			['Order number', 'string'],
			['Priority', 'options'],
			['Quantity', 'number'],
			['Under warranty', 'options'],
			['Bought on', 'dateTime'],
			['Photos (File URLs)', 'string'],
		]);
		expect(form.fields.filter((field) => field.required).map(({ id }) => id)).toEqual([
			'_default_title_',
		]);
		const choices = form.fields.find(({ id }) => id === 'Priority')?.options;
		expect(choices?.map(({ value }) => value)).toEqual(['Low', 'Medium', 'High']);
		const change = await resourceMapping({ ...options, method: 'getTicketAttributesToChange' });
		expect(change.fields.some((field) => field.required)).toBe(false);
		ticketTypes.set(before.id, before);
	});

	it('asks for the ticket type first', async () => {
		const form = await resourceMapping({
			method: 'getTicketAttributes',
			parameters: { resource: 'ticket', operation: 'create' },
			credentials: ticket.emulator.credentials(),
		});
		expect(form.fields).toEqual([]);
		expect(form.emptyFieldsNotice).toContain('Choose the ticket type first');
	});

	it('offers the states of the chosen type, custom ones too', async () => {
		const credentials = ticket.emulator.credentials();
		const statesFor = async (type: string) => {
			const parameters = {
				resource: 'ticket',
				operation: 'changeType',
				ticketTypeId: byId(typeId(type)),
			};
			const { results } = await searchList({
				method: 'searchTicketStates',
				parameters,
				credentials,
			});
			return results.map(({ name }) => name);
		};
		expect(await statesFor('Complaint')).toContain('At the workshop – in_progress');
		expect(await statesFor('Question')).not.toContain('At the workshop – in_progress');
		expect(await statesFor('Question')).toHaveLength(4);
	});
});

describe('Values of ticket attributes', () => {
	it('Activepieces: texts that look like dates or numbers stay texts', async () => {
		const stored = await createWith({
			attributes: filled({
				_default_title_: 'Order 12',
				_default_description_: '2',
				'Order number': '2026-01-31',
			}),
		});
		expect(stored?.attributes).toEqual({
			_default_title_: 'Order 12',
			_default_description_: '2',
			'Order number': '2026-01-31',
		});
	});

	it('are converted by the data type that the attribute has', async () => {
		const stored = await createWith({
			attributes: filled({
				'Order number': 12,
				Quantity: '3',
				Refund: '9.95',
				'Under warranty': 'true',
				'Bought on': '2026-02-01T00:00:00Z',
				Photos: 'https://example.com/a,b.png, https://example.com/c.png',
			}),
		});
		expect(stored?.attributes).toEqual({
			'Order number': '12',
			Quantity: 3,
			Refund: 9.95,
			'Under warranty': true,
			'Bought on': 1_769_904_000,
			Photos: ['https://example.com/a,b.png', 'https://example.com/c.png'],
		});
	});

	it('pass n8n’s own check of the form as the editor stores it', async () => {
		const ticketTypeId = byId(typeId());
		const { fields } = await resourceMapping({
			method: 'getTicketAttributes',
			parameters: { resource: 'ticket', operation: 'create', ticketTypeId },
			credentials: ticket.emulator.credentials(),
		});
		const attributes = {
			...filled({
				_default_title_: 'Order 12',
				'Order number': 12,
				Priority: 'High',
				Quantity: '3',
				'Under warranty': false,
				'Bought on': '2026-02-01T00:00:00Z',
				Refund: null,
			}),
			schema: fields.map((field) => ({ ...field, removed: field.id === '_default_description_' })),
		};
		const stored = await createWith({ attributes });
		expect(stored?.attributes).toEqual({
			_default_title_: 'Order 12',
			'Order number': '12',
			Priority: expect.stringMatching(/^[0-9a-f-]{36}$/),
			Quantity: 3,
			'Under warranty': false,
			'Bought on': 1_769_904_000,
		});
	});

	it('of lists are given by label, whatever its case, and sent by ID', async () => {
		const type = ticket.emulator.state.ticketTypes.get(typeId());
		const items = type?.attributes.find(({ name }) => name === 'Priority')?.list_items ?? [];
		const high = items.find(({ label }) => label === 'High')?.id;
		await createWith({ attributes: filled({ Priority: 'High' }) });
		expect(sent().ticket_attributes).toEqual({ Priority: high });
		const json = (value: unknown) => ({
			attributesInput: 'json',
			attributesJson: JSON.stringify({ Priority: value }),
		});
		await createWith(json('high'));
		expect(sent().ticket_attributes).toEqual({ Priority: high });
		await createWith(json(high));
		expect(sent().ticket_attributes).toEqual({ Priority: high });
	});

	it('that nobody filled in are not sent; null in JSON clears', async () => {
		await createWith({ attributes: filled({ Quantity: null, Refund: '', Priority: 'Low' }) });
		expect(Object.keys(sent().ticket_attributes ?? {})).toEqual(['Priority']);
		const stored = await createWith({ attributes: filled({ Quantity: 3 }) });
		await ticket.output('update', {
			ticketId: byId(stored?.id),
			attributesInput: 'json',
			attributesJson: '{"Quantity": null, "title": "Two lamps"}',
		});
		expect(sent().ticket_attributes).toEqual({ Quantity: null, _default_title_: 'Two lamps' });
	});

	it.each([
		['{"Quantity": 2.5}', "'Quantity' must be a whole number, not 2.5"],
		['{"Quantity": "many"}', "'Quantity' must be a number"],
		['{"Under warranty": "perhaps"}', "'Under warranty' must be true or false"],
		['{"Bought on": "some day"}', "'Bought on' is not a date"],
		['{"Priority": "Highest"}', 'has no choice "Highest" [item 0] Use one of: Low, Medium, High.'],
		['{"Priorty": "Low"}', "has no attribute 'Priorty' [item 0] Did you mean 'Priority'?"],
		['["Priority"]', "'Attributes' must be a JSON object, not a list of 1"],
	])('that do not fit are refused before anything is written: %s', async (json, words) => {
		const before = ticket.emulator.state.tickets.size;
		const parameters = {
			ticketTypeId: byId(typeId()),
			contactBy: 'email',
			email: 'customer@example.com',
			attributesInput: 'json',
			attributesJson: json,
		};
		expect(await ticket.failure('create', parameters)).toContain(words);
		expect(ticket.emulator.state.tickets.size).toBe(before);
	});

	it('go by the type each ticket has, where the user chose none', async () => {
		const known = await createWith({}, 'Question');
		const update = {
			ticketId: byId(known?.id),
			attributesInput: 'json',
			attributesJson: '{"Priority": "High"}',
		};
		expect(await ticket.failure('update', update)).toContain(
			"The ticket type 'Question' has no attribute 'Priority'",
		);
	});

	it('ask for the ticket type once for all items', async () => {
		const before = ticket.emulator.requests.length;
		const { error } = await ticket.run(
			'create',
			{
				ticketTypeId: byId(typeId()),
				contactBy: 'email',
				email: 'customer@example.com',
				attributes: filled({ _default_title_: '={{ $json.title }}' }),
			},
			['First', 'Second', 'Third'].map((title) => ({ title })),
		);
		expect(error).toBeUndefined();
		const paths = ticket.emulator.requests
			.slice(before)
			.map(({ method, path }) => `${method} ${path}`);
		expect(paths.filter((path) => path.startsWith('GET /ticket_types'))).toHaveLength(1);
		expect(paths.filter((path) => path === 'POST /tickets')).toHaveLength(3);
	});
});
