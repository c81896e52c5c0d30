import { beforeAll, describe, expect, it } from '@jest/globals';

import { Workspace } from '../contract/samples/workspace';
import { loadOptions } from '../support/methods';
import { testResource } from '../support/resource';

const ticket = testResource('ticket');

let prepared: Workspace | undefined;
const workspace = () => (prepared ??= new Workspace(ticket.emulator));

const attributeOf = (type: string, name: string) => {
	const { ticketTypes } = ticket.emulator.state;
	const attributes = ticketTypes.get(workspace().ticketType(type))?.attributes ?? [];
	const found = attributes.find((attribute) => attribute.name === name);
	if (found === undefined) throw new Error(`No attribute ${name}`);
	return found;
};

const itemId = (label: string) =>
	attributeOf('Complaint', 'Priority').list_items.find((item) => item.label === label)?.id;

async function create(title: string, type: string, attributes: Record<string, unknown> = {}) {
	await workspace().send('POST', '/tickets', {
		ticket_type_id: workspace().ticketType(type),
		contacts: [{ email: 'customer@example.com' }],
		ticket_attributes: { _default_title_: title, ...attributes },
	});
}

async function found(formula: string): Promise<unknown[]> {
	const json = await ticket.output('search', { filterBy: 'formula', formula, returnAll: true });
	return json.map(({ title }) => title).sort();
}

beforeAll(async () => {
	const attributes = { data_type: 'string', description: 'From the shop' };
	for (const type of ['Question', 'Repair'])
		await workspace().send('POST', `/ticket_types/${workspace().ticketType(type)}/attributes`, {
			...attributes,
			name: 'Shop number',
		});
	await create('Lamp', 'Complaint', {
		Priority: itemId('High'),
		Quantity: 2,
		'Order number': 'Order 12',
		'Bought on': 1_769_904_000,
	});
	await create('Chair', 'Complaint', { Priority: itemId('Low'), Quantity: 7 });
	await create('Opening hours', 'Question', { 'Shop number': '7' });
	await create('Till', 'Repair', { 'Shop number': '7' });
});

describe('Searching tickets', () => {
	it('Intercom-OpenAPI #139: an attribute is found by its name, which is sent as its ID', async () => {
		expect(await found('ticket_attribute."Order number" = \'Order 12\'')).toEqual(['Lamp']);
		const { id } = attributeOf('Complaint', 'Order number');
		expect(ticket.lastRequest().body).toMatchObject({
			query: { field: `ticket_attribute.${id}`, operator: '=', value: 'Order 12' },
		});
	});

	it('compares by the data type of the attribute', async () => {
		expect(await found('ticket_attribute.Quantity > 5')).toEqual(['Chair']);
		expect(await found('ticket_attribute.quantity IN [2, 7]')).toEqual(['Chair', 'Lamp']);
		expect(await found('ticket_attribute."Bought on" < \'2026-06-30\'')).toEqual(['Lamp']);
		expect(
			await ticket.failure('search', {
				filterBy: 'formula',
				formula: "ticket_attribute.Quantity > 'many'",
			}),
		).toContain('is a whole number');
	});

	it('looks for the choice of a list by ID and by label', async () => {
		expect(await found("ticket_attribute.Priority = 'High'")).toEqual(['Lamp']);
		expect(ticket.lastRequest().body).toMatchObject({
			query: { operator: 'IN', value: [itemId('High'), 'High'] },
		});
		expect(await found("ticket_attribute.Priority != 'High' AND title = 'Chair'")).toEqual([
			'Chair',
		]);
	});

	it('takes a name that several ticket types share for all of them', async () => {
		expect(await found('ticket_attribute."Shop number" = \'7\'')).toEqual([
			'Opening hours',
			'Till',
		]);
		expect(await found("ticket_attribute.\"Shop number\" = '7' AND category = 'task'")).toEqual([
			'Till',
		]);
	});

	it('in JSON replaces a name by its ID, and asks which one is meant where several share it', async () => {
		const query = (field: string) => ({
			filterBy: 'json',
			query: JSON.stringify({ field: `ticket_attribute.${field}`, operator: '=', value: '7' }),
		});
		const { id } = attributeOf('Question', 'Shop number');
		expect(await ticket.failure('search', query('Shop number'))).toContain(`${id} (Question)`);
		const json = await ticket.output('search', query(id));
		expect(json.map(({ title }) => title)).toEqual(['Opening hours']);
	});

	it('says which attribute was probably meant', async () => {
		const parameters = { filterBy: 'formula', formula: "ticket_attribute.Priorty = 'High'" };
		expect(await ticket.failure('search', parameters)).toContain("Did you mean 'Priority'?");
	});

	it('offers the attributes of all types in the builder, and finds by the chosen one', async () => {
		const options = await loadOptions({
			method: 'getTicketAttributeNames',
			credentials: ticket.emulator.credentials(),
		});
		const { id } = attributeOf('Complaint', 'Order number');
		expect(options).toContainEqual({ name: 'Order number – Complaint', value: id });
		const condition = {
			field: 'customText',
			attribute: id,
			textOperator: 'equals',
			text: 'Order 12',
		};
		const filterGroups = { group: [{ conditions: { condition: [condition] } }] };
		const json = await ticket.output('search', { filterBy: 'builder', filterGroups });
		expect(json.map(({ title }) => title)).toEqual(['Lamp']);
	});

	it('finds by state, type and dates, and asks for ticket types only where attributes are named', async () => {
		const before = ticket.emulator.requests.length;
		expect(await found(`ticket_type_id = '${workspace().ticketType('Repair')}'`)).toEqual(['Till']);
		expect(await found("state = 'open' AND created_at > '2020-01-01'")).toHaveLength(4);
		const paths = ticket.emulator.requests.slice(before).map(({ path }) => path);
		expect(paths).not.toContain('/ticket_types');
	});

	it('reads all pages', async () => {
		const all = await ticket.output('search', {
			filterBy: 'formula',
			formula: "created_at > '2020-01-01'",
			returnAll: true,
			pageOptions: { pageSize: 1 },
			output: 'selected',
			selectedFields: 'id',
		});
		expect(new Set(all.map(({ id }) => id)).size).toBe(4);
	});
});
