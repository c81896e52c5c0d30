import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ResourceMapperField } from 'n8n-workflow';

import { Workspace } from '../contract/samples/workspace';
import { resourceMapping } from '../support/methods';
import { byId, testResource } from '../support/resource';

const contact = testResource('contact');

/** All forms of attributes, by the method that fills them. */
const forms = [
	'getCompanyAttributes',
	'getContactAttributes',
	'getConversationAttributes',
	'getTicketAttributes',
	'getTicketAttributesToChange',
];

async function fieldsOf(method: string): Promise<ResourceMapperField[]> {
	const workspace = new Workspace(contact.emulator);
	const { fields } = await resourceMapping({
		method,
		// Only the forms of tickets read them.
		parameters: {
			resource: 'ticket',
			operation: 'create',
			ticketTypeId: byId(workspace.ticketType('Complaint')),
		},
		credentials: contact.emulator.credentials(),
	});
	return fields;
}

/** What the editor of n8n 1.123 and 2.40 stores for a field that it shows and nobody touched. */
function untouched({ type, defaultValue }: ResourceMapperField): unknown {
	if (defaultValue !== undefined) return defaultValue;
	return type === 'boolean' ? false : null;
}

beforeAll(async () => {
	const workspace = new Workspace(contact.emulator);
	for (const type of ['boolean', 'datetime', 'decimal', 'integer', 'string'])
		await workspace.send('POST', '/conversations/attributes', { name: type, data_type: type });
	await workspace.send('POST', '/data_attributes', {
		name: 'is_partner',
		model: 'company',
		data_type: 'boolean',
	});
});

describe('A form of attributes', () => {
	it.each(forms)('of %s stores nothing for what nobody touched', async (method) => {
		const fields = await fieldsOf(method);
		expect(fields.map(untouched).filter((value) => value !== null)).toEqual([]);
		// A form without such an attribute would prove nothing.
		expect(fields.some(({ options }) => options?.some(({ value }) => value === false))).toBe(true);
	});
});
