import { describe, expect, it } from '@jest/globals';

import { testResource } from '../support/resource';

const ticketState = testResource('ticketState');

describe('Ticket states', () => {
	it('are listed with the types that have them, custom ones too', async () => {
		const listed = await ticketState.output('getAll', { returnAll: true });
		expect(listed).toHaveLength(5);
		expect(listed.find(({ internal_label: label }) => label === 'At the workshop')).toMatchObject({
			category: 'in_progress',
			external_label: 'Being repaired',
			ticket_types: ['Complaint'],
		});
	});
});
