import { describe, expect, it } from '@jest/globals';

import { Workspace } from '../contract/samples/workspace';
import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const attribute = testResource('ticketTypeAttribute');

const typeId = () => new Workspace(attribute.emulator).ticketType('Question');
const common = () => ({ ticketTypeId: byId(typeId()), description: 'Asked at the counter' });

describe('Ticket type attributes', () => {
	it('of lists take their choices as one text, whatever the expression gives', async () => {
		const { error } = await attribute.run(
			'create',
			{ ...common(), name: 'Department', dataType: 'list', listItems: '={{ $json.choices }}' },
			[{ choices: ['Sales', 'Service'] }],
		);
		expect(error).toBeUndefined();
		expect(attribute.lastRequest().body).toMatchObject({
			data_type: 'list',
			list_items: 'Sales,Service',
		});
	});

	it('are listed with IDs, data types and choices, offered for their type, and archived', async () => {
		const [{ id }] = await attribute.output('create', {
			...common(),
			name: 'Channel',
			dataType: 'list',
			listItems: 'Phone, Letter',
			additionalFields: { requiredToCreate: true, visibleToContacts: false },
		});
		const listed = await attribute.output('getAll', { ticketTypeId: byId(typeId()) });
		expect(listed.find((one) => one.id === id)).toMatchObject({
			name: 'Channel',
			data_type: 'list',
			required_to_create: true,
			input_options: { list_options: [{ label: 'Phone' }, { label: 'Letter' }] },
		});
		const { results } = await searchList({
			method: 'searchTicketTypeAttributes',
			filter: 'chan',
			parameters: {
				resource: 'ticketTypeAttribute',
				operation: 'update',
				ticketTypeId: byId(typeId()),
			},
			credentials: attribute.emulator.credentials(),
		});
		expect(results).toEqual([{ name: 'Channel – list', value: id }]);
		const [changed] = await attribute.output('update', {
			ticketTypeId: byId(typeId()),
			attributeId: byId(id),
			updateFields: { archived: true, listItems: 'Phone, Fax' },
		});
		expect(changed).toMatchObject({ archived: true });
	});

	it.each([
		[
			{ dataType: 'integer', additionalFields: { multiline: true } },
			"'Multiline' is only for text",
		],
		[
			{ dataType: 'string', additionalFields: { allowMultipleValues: true } },
			"'Allow Multiple Files' is only for files",
		],
	])('refuse what does not fit the data type: %j', async (parameters, words) => {
		expect(await attribute.failure('create', { ...common(), name: 'X', ...parameters })).toContain(
			words,
		);
	});
});
