import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const attribute = testResource('dataAttribute');

describe('Data Attribute', () => {
	it('intercom-node #513: options go out as objects and come back as texts', async () => {
		const [created] = await attribute.output('create', {
			model: 'contact',
			name: 'Shirt Size',
			dataType: 'options',
			options: ['Small', 'Large'],
			additionalFields: { description: 'As ordered last', messengerWritable: true },
		});
		expect(attribute.lastRequest().body).toEqual({
			model: 'contact',
			name: 'Shirt Size',
			data_type: 'options',
			options: [{ value: 'Small' }, { value: 'Large' }],
			description: 'As ordered last',
			messenger_writable: true,
		});
		expect(created).toMatchObject({ data_type: 'string', options: ['Small', 'Large'] });
	});

	it('a list of one is refused before anything is sent', async () => {
		const before = attribute.emulator.requests.length;
		const failure = await attribute.failure('create', {
			name: 'Only One',
			dataType: 'options',
			options: ['Small'],
		});
		expect(failure).toContain("'Options' needs at least two values");
		expect(attribute.emulator.requests).toHaveLength(before);
	});

	it('is archived, then listed only with archived ones', async () => {
		const [{ id }] = await attribute.output('create', {
			model: 'company',
			name: 'Fax Number',
			dataType: 'string',
		});
		await attribute.output('update', {
			dataAttributeId: byId(id),
			updateFields: { archived: true, description: 'Nobody asks any more' },
		});
		const names = async (filters: Record<string, unknown>) =>
			(await attribute.output('getAll', { filters, returnAll: true })).map(({ name }) => name);
		expect(await names({ model: 'company' })).not.toContain('Fax Number');
		expect(await names({ model: 'company', includeArchived: true })).toContain('Fax Number');
		expect(await names({ model: 'contact', includeArchived: true })).not.toContain('Fax Number');
	});

	it('with the name of another one is refused in Intercom’s words', async () => {
		await attribute.output('create', { model: 'contact', name: 'The One', dataType: 'boolean' });
		const failure = await attribute.failure('create', {
			model: 'company',
			name: 'The One',
			dataType: 'boolean',
		});
		expect(failure).toContain("You already have 'The One' in your people data");
	});

	it('is offered in the editor when it is a custom one', async () => {
		const { results } = await searchList({
			method: 'searchDataAttributes',
			credentials: attribute.emulator.credentials(),
		});
		const custom = [...attribute.emulator.state.dataAttributes.values()].filter(
			(known) => known.custom && !known.archived,
		);
		expect(results.map(({ value }) => value).sort()).toEqual(custom.map(({ id }) => id).sort());
		expect(results[0].name).toMatch(/ – (contact|company)$/);
	});

	it('that does not exist is said to be missing', async () => {
		const failure = await attribute.failure('update', {
			dataAttributeId: byId('99999'),
			updateFields: { archived: true },
		});
		expect(failure).toContain('Intercom could not find the data attribute [item 0]');
	});
});
