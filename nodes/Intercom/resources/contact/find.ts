import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { pathSegment } from '../../client/identifier';
import { InputError } from '../../engine/input-error';
import type { Parameter } from '../../engine/operation';
import { contactLocator } from '../locators';
import { email, externalId } from './fields';

/** What a contact can be looked up by. */
export type LookUp = 'email' | 'externalId' | 'id';

const options = [
	{ name: 'Email', value: 'email' },
	{ name: 'External ID', value: 'externalId' },
	{ name: 'List or ID', value: 'id' },
];

function shownFor(parameter: Parameter, choice: string, value: LookUp): Parameter {
	return { ...parameter, required: true, displayOptions: { show: { [choice]: [value] } } };
}

/**
 * The parameters to point at a contact by ID, external ID or email.
 *
 * @param prefix tells several contacts of one operation apart: `lead` gives `leadBy`, `leadId` …
 */
export function lookUpParameters(prefix = '', title = ''): Parameter[] {
	const named = (name: string) =>
		prefix === '' ? name : `${prefix}${name[0].toUpperCase()}${name.slice(1)}`;
	const titled = (parameter: Parameter): Parameter => ({
		...parameter,
		displayName: `${title} ${parameter.displayName}`.trim(),
		name: prefix === '' ? parameter.name : named(parameter.name.replace('contactId', 'id')),
		wire: { ...parameter.wire, to: 'none' },
	});
	return [
		{
			displayName: `Find ${title || 'Contact'} By`,
			name: named('by'),
			type: 'options',
			options,
			default: 'id',
			description: 'What to look the contact up by',
			wire: { to: 'none' },
		},
		shownFor(titled(contactLocator), named('by'), 'id'),
		shownFor(titled(externalId), named('by'), 'externalId'),
		{
			...shownFor(titled(email), named('by'), 'email'),
			description:
				'The email address. Contacts created or changed a moment ago can take minutes to be found by it.',
		},
	];
}

async function read(client: IntercomClient, path: string): Promise<IDataObject> {
	return await client.send({ method: 'GET', path, repeatable: true });
}

/**
 * All contacts with an email address; more than one is possible, as leads may share it
 * (intercom-api.md §8).
 *
 * @param role only contacts with this role
 */
export async function findByEmail(
	client: IntercomClient,
	address: string,
	role?: string,
): Promise<IDataObject[]> {
	const byEmail = { field: 'email', operator: '=', value: address };
	const byRole = { field: 'role', operator: '=', value: role };
	const body = {
		query: role === undefined ? byEmail : { operator: 'AND', value: [byEmail, byRole] },
		pagination: { per_page: 150 },
	};
	return await client.records(
		{ method: 'POST', path: '/contacts/search', body, repeatable: true },
		'data',
	);
}

/** The contact with an external ID, read directly rather than searched; undefined where there is none. */
export async function findByExternalId(
	client: IntercomClient,
	identifier: string,
): Promise<IDataObject | undefined> {
	const segment = pathSegment(identifier);
	if (segment === undefined)
		throw new InputError(`'External ID' cannot be ${JSON.stringify(identifier)}`);
	const path = `/contacts/find_by_external_id/${segment}`;
	const { status, body } = await client.exchange({ method: 'GET', path, repeatable: true }, [404]);
	return status === 404 ? undefined : (body as IDataObject);
}

/**
 * The contacts that a user points at.
 *
 * @param role only contacts with this role count
 * @throws InputError where there is none
 */
export async function findContacts(
	client: IntercomClient,
	by: LookUp,
	value: string,
	role?: string,
): Promise<IDataObject[]> {
	if (by === 'id') return [await read(client, `/contacts/${encodeURIComponent(value)}`)];
	const found =
		by === 'email'
			? await findByEmail(client, value, role)
			: [await findByExternalId(client, value)].filter((contact) => contact !== undefined);
	if (found.length > 0) return found;
	const what = by === 'email' ? 'email address' : 'external ID';
	throw new InputError(
		`Intercom has no ${role ?? 'contact'} with the ${what} ${JSON.stringify(value)}`,
		by === 'email'
			? 'Check the address. Contacts created or changed in the last minutes may not be found by email yet; archived and merged ones never are.'
			: 'Check the ID. Archived contacts cannot be found.',
	);
}
