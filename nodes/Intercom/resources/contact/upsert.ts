import type { IDataObject } from 'n8n-workflow';

import { readError } from '../../client/intercom-error';
import type { IntercomRequest } from '../../client/request';
import { InputError } from '../../engine/input-error';
import type { Operation, OperationContext } from '../../engine/operation';
import {
	additionalFields,
	checkEmailVerified,
	contactSummary,
	customAttributes,
	email,
	externalId,
	role,
} from './fields';
import { findByEmail, findByExternalId } from './find';

type Action = 'created' | 'unarchived' | 'updated';

function done(contact: IDataObject, action: Action): IDataObject {
	return { ...contact, _action: action };
}

/** The name under which this execution remembers whom it created: search does not know them yet. */
function memoryName(body: IDataObject): string {
	return `contact ${String(body.role)} ${String(body.email).toLowerCase()}`;
}

async function update({ client, body }: OperationContext, contactId: string): Promise<IDataObject> {
	// The role is for creation: Intercom has no safe way to turn a lead into a user in place (intercom-api.md §8).
	const { role: _role, ...changes } = body;
	const path = `/contacts/${encodeURIComponent(contactId)}`;
	return await client.send({ method: 'PUT', path, body: changes, repeatable: true });
}

/** Whom to update among several contacts with the same email. */
function choose(matches: IDataObject[], policy: unknown): IDataObject[] {
	if (matches.length < 2 || policy === 'all') return matches;
	const byAge = [...matches].sort((a, b) => Number(a.created_at) - Number(b.created_at));
	if (policy === 'oldest') return byAge.slice(0, 1);
	if (policy === 'newest') return byAge.slice(-1);
	throw new InputError(
		`${matches.length} contacts have the email address ${JSON.stringify(matches[0].email)}`,
		`Choose what to do under 'If Several Match', or update one by ID: ${matches.map(({ id }) => String(id)).join(', ')}.`,
	);
}

async function matchesOf({ client, body, values, memory }: OperationContext): Promise<string[]> {
	if (body.external_id) {
		const contact = await findByExternalId(client, String(body.external_id));
		if (contact !== undefined) return [String(contact.id)];
	}
	if (!body.email) return [];
	const remembered = memory.get(memoryName(body));
	if (remembered !== undefined) return [String(remembered)];
	const found = await findByEmail(client, String(body.email), String(body.role));
	// A contact with another external ID is somebody else who shares the address.
	const same = found.filter(
		(contact) =>
			!body.external_id || !contact.external_id || contact.external_id === body.external_id,
	);
	return choose(same, values.ifSeveral).map(({ id }) => String(id));
}

async function createOrRecover(context: OperationContext): Promise<IDataObject> {
	const { client, body, values, memory } = context;
	const request: IntercomRequest = {
		method: 'POST',
		path: '/contacts',
		body,
		// A second create of the same user is refused with 409, so repeating it can't make two.
		repeatable: body.role === 'user',
	};
	const response = await client.exchange(request, [409]);
	if (response.status !== 409) {
		const created = response.body as IDataObject;
		if (body.email) memory.set(memoryName(body), created.id);
		return done(created, 'created');
	}
	const { otherContactId: existing, otherIsArchived } = readError(response);
	if (existing === undefined || (otherIsArchived && values.unarchive !== true))
		throw client.refusal(request, response);
	if (!otherIsArchived) return done(await update(context, existing), 'updated');
	const path = `/contacts/${encodeURIComponent(existing)}/unarchive`;
	await client.send({ method: 'POST', path, repeatable: true });
	return done(await update(context, existing), 'unarchived');
}

export const upsert = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	requests: [
		'GET /contacts/find_by_external_id/{externalId}',
		'POST /contacts/search',
		'POST /contacts',
		'PUT /contacts/{contactId}',
		'POST /contacts/{contactId}/unarchive',
	],
	parameters: [
		{
			displayName:
				'The contact is looked up by external ID first, then by email. An email finds only contacts with the role below, and can miss those created in the last minutes; a user among them is updated all the same, because Intercom then refuses a second one.',
			name: 'upsertNotice',
			type: 'notice',
			default: '',
		},
		externalId,
		email,
		{ ...role, description: 'The role to look for, and to give to a new contact' },
		additionalFields(),
		...customAttributes,
		{
			displayName: 'Match Options',
			name: 'matchOptions',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'If Several Match',
					name: 'ifSeveral',
					type: 'options',
					options: [
						{ name: 'Stop With an Error', value: 'error' },
						{ name: 'Update All', value: 'all' },
						{ name: 'Update the Newest', value: 'newest' },
						{ name: 'Update the Oldest', value: 'oldest' },
					],
					default: 'error',
					description: 'What to do when several contacts have the email address',
					wire: { to: 'none' },
				},
				{
					displayName: 'Unarchive If Archived',
					name: 'unarchive',
					type: 'boolean',
					default: false,
					description:
						'Whether to bring back an archived contact that has the same details; otherwise the item fails',
					wire: { to: 'none' },
				},
			],
		},
	],
	simplify: { ...contactSummary, _action: true },
	record: (_values, body) => `/contacts ${String(body.email || body.external_id).toLowerCase()}`,
	check: (_values, body) => {
		checkEmailVerified(body);
		if (!body.email && !body.external_id)
			throw new InputError(
				"'External ID' and 'Email' are both empty",
				'Fill in at least one of them, so that the contact can be found.',
			);
	},
	run: async (context) => {
		const matches = await matchesOf(context);
		if (matches.length === 0) return await createOrRecover(context);
		const updated: IDataObject[] = [];
		for (const contactId of matches)
			updated.push(done(await update(context, contactId), 'updated'));
		return updated;
	},
} satisfies Operation;
