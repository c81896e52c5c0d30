import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { InputError } from '../../engine/input-error';
import type { Operation, Values } from '../../engine/operation';
import { contactSummary } from './fields';
import { findContacts, lookUpParameters, type LookUp } from './find';

/** The one contact with the right role, found before anything is changed. */
async function findOne(
	client: IntercomClient,
	values: Values,
	role: 'lead' | 'user',
): Promise<IDataObject> {
	const by = values[`${role}By`] as LookUp;
	const name = { email: 'Email', externalId: 'ExternalId', id: 'Id' }[by];
	const value = String(values[`${role}${name}`]);
	const found = await findContacts(client, by, value, role);
	if (found.length > 1)
		throw new InputError(
			`${found.length} ${role}s have the email address ${JSON.stringify(value)}`,
			`Choose one by ID: ${found.map(({ id }) => String(id)).join(', ')}.`,
		);
	if (found[0].role === role) return found[0];
	throw new InputError(
		`Contact ${String(found[0].id)} is ${found[0].role ? `a ${String(found[0].role)}, ` : ''}not a ${role}`,
		'Intercom merges a lead into a user, never the other way round.',
	);
}

export const merge = {
	name: 'Merge',
	value: 'merge',
	action: 'Merge lead into user',
	description:
		'Merge a lead into a user, who keeps the history of both. This cannot be undone: the lead is gone afterwards.',
	requests: [
		'GET /contacts/{contactId}',
		'GET /contacts/find_by_external_id/{externalId}',
		'POST /contacts/search',
		'POST /contacts/merge',
	],
	parameters: [
		...lookUpParameters('lead', 'Lead'),
		...lookUpParameters('user', 'User'),
		{
			displayName: 'Merge Even If Not Duplicates',
			name: 'skipDuplicateValidation',
			type: 'boolean',
			default: false,
			description:
				'Whether to merge contacts that share neither email nor phone, which Intercom otherwise refuses',
		},
	],
	simplify: contactSummary,
	record: (values) => `merge ${String(values.userId ?? values.userEmail ?? values.userExternalId)}`,
	run: async ({ client, values }) => {
		const lead = await findOne(client, values, 'lead');
		const user = await findOne(client, values, 'user');
		const body: IDataObject = { from: lead.id, into: user.id };
		if (values.skipDuplicateValidation === true) body.skip_duplicate_validation = true;
		return await client.send({ method: 'POST', path: '/contacts/merge', body, repeatable: false });
	},
} satisfies Operation;
