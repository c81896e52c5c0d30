import { describe, expect, it } from '@jest/globals';

import { Workspace } from '../contract/samples/workspace';
import { loadOptions, searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const ticketType = testResource('ticketType');

describe('Ticket types', () => {
	it('are created with title, description and the states that all types have', async () => {
		const [made] = await ticketType.output('create', {
			name: 'Bug',
			category: 'Back-office',
			additionalFields: { icon: '🐞', description: 'Something broke' },
		});
		expect(made).toMatchObject({ name: 'Bug', category: 'Back-office', icon: '🐞' });
		const [listed] = (await ticketType.output('getAll', { returnAll: true })).filter(
			({ id }) => id === made.id,
		);
		expect(listed).toMatchObject({
			attributes: ['_default_title_', '_default_description_'],
			states: ['Submitted', 'In progress', 'Waiting on customer', 'Resolved'],
		});
	});

	it('are archived, and then not offered any more', async () => {
		const [{ id }] = await ticketType.output('create', { name: 'Short lived' });
		const offered = async () => {
			const { results } = await searchList({
				method: 'searchTicketTypes',
				filter: 'short lived',
				credentials: ticketType.emulator.credentials(),
			});
			return results.map(({ value }) => value);
		};
		expect(await offered()).toEqual([id]);
		await ticketType.output('update', { ticketTypeId: byId(id), updateFields: { archived: true } });
		expect(await offered()).toEqual([]);
		expect(await ticketType.output('get', { ticketTypeId: byId(id) })).toMatchObject([
			{ id, name: 'Short lived', archived: true },
		]);
	});

	it('that do not exist are said to be missing', async () => {
		expect(await ticketType.failure('get', { ticketTypeId: byId('1') })).toContain(
			'Intercom could not find the ticket type [item 0]',
		);
	});
});

describe('What is offered for tickets inside collections', () => {
	it('states of all types, and everybody a ticket can be given to', async () => {
		const credentials = ticketType.emulator.credentials();
		const states = await loadOptions({ method: 'getTicketStates', credentials });
		const custom = new Workspace(ticketType.emulator).ticketState('At the workshop');
		expect(states).toContainEqual({ name: 'At the workshop – in_progress', value: custom });
		const assignees = await loadOptions({ method: 'getAssignees', credentials });
		expect(assignees.map(({ name }) => name)).toEqual([
			'Nobody',
			'Owner',
			'Sales Agent',
			'Support Agent',
			'Team: Sales',
			'Team: Support',
		]);
	});
});
