import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../engine/input-error';
import type { Parameter, SimplifiedFields } from '../../engine/operation';
import { additionalFieldsOf, updateFieldsOf } from '../collections';
import { customAttributeParameters } from '../custom-attributes';

/** What "Simplify" keeps of a contact. */
export const contactSummary: SimplifiedFields = {
	id: true,
	external_id: true,
	role: true,
	name: true,
	email: true,
	phone: true,
	owner_id: true,
	created_at: true,
	updated_at: true,
	last_seen_at: true,
	unsubscribed_from_emails: true,
};

/** Whether a contact is a customer who signed up, or somebody not yet identified. */
export const role: Parameter = {
	displayName: 'Role',
	name: 'role',
	type: 'options',
	options: [
		{ name: 'Lead', value: 'lead', description: 'Somebody you know little of yet' },
		{
			name: 'User',
			value: 'user',
			description: 'Somebody with an account; needs an email or an external ID',
		},
	],
	default: 'user',
	description: 'Whether the contact is a user or a lead',
};

/** A contact's email address. */
export const email: Parameter = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	placeholder: 'name@email.com',
	default: '',
	description: "The contact's email address",
};

/** The identifier a contact has in the user's own system. */
export const externalId: Parameter = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	default: '',
	placeholder: 'e.g. customer-42',
	description: 'The ID of the contact in your own system',
};

const emailVerified: Parameter = {
	displayName: 'Email Verified',
	name: 'emailVerified',
	type: 'boolean',
	default: false,
	description:
		'Whether the contact has proven to own the email address. Intercom takes this only together with Email.',
	wire: { clearable: true },
};

/**
 * Checks that the proof of an address comes with the address: alone Intercom refuses it (2.16
 * `create_contact_request`, `update_contact_request`).
 *
 * @param contact a request's body
 * @throws InputError
 */
export function checkEmailVerified({
	email: address,
	email_verified: verified,
}: IDataObject): void {
	if (verified === undefined || address) return;
	throw new InputError(
		"'Email Verified' needs 'Email'",
		'Intercom takes both only together. Fill in the email address too, or remove Email Verified.',
	);
}

const commonFields: Parameter[] = [
	{
		displayName: 'Avatar URL',
		name: 'avatar',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/avatar.png',
		description: "The address of the contact's picture",
		wire: { clearable: true },
	},
	{
		displayName: 'Last Seen At',
		name: 'lastSeenAt',
		type: 'dateTime',
		default: '',
		description: 'When the contact was last active',
		wire: { clearable: true },
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		description: "The contact's full name",
		wire: { clearable: true },
	},
	{
		displayName: 'Owner Name or ID',
		name: 'ownerId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getAdmins' },
		default: '',
		description:
			'The teammate who looks after the contact. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		wire: { as: 'id', clearable: true },
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +353871234567',
		description: "The contact's phone number with its country code",
		wire: { clearable: true },
	},
	{
		displayName: 'Signed Up At',
		name: 'signedUpAt',
		type: 'dateTime',
		default: '',
		description: 'When the contact signed up',
		wire: { clearable: true },
	},
	{
		displayName: 'Unsubscribed From Emails',
		name: 'unsubscribedFromEmails',
		type: 'boolean',
		default: false,
		description: 'Whether the contact gets no marketing emails',
		wire: { clearable: true },
	},
];

function alphabetical(parameters: Parameter[]): Parameter[] {
	return [...parameters].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** Optional fields of a new contact, beside those shown above them. */
export function additionalFields(...more: Parameter[]): Parameter {
	return additionalFieldsOf(...alphabetical([...commonFields, emailVerified, ...more]));
}

/** The fields of a contact that can be changed. */
export const updateFields: Parameter = updateFieldsOf(
	...alphabetical([...commonFields, email, emailVerified, externalId, role]),
);

/** Fields to empty: not the same as leaving them alone. */
export const clearFields: Parameter = {
	displayName: 'Clear Fields',
	name: 'clearFields',
	type: 'multiOptions',
	options: [
		{ name: 'Avatar', value: 'avatar' },
		{ name: 'Last Seen At', value: 'last_seen_at' },
		{ name: 'Name', value: 'name' },
		{ name: 'Owner', value: 'owner_id' },
		{ name: 'Phone', value: 'phone' },
		{ name: 'Signed Up At', value: 'signed_up_at' },
	],
	default: [],
	description: 'Fields to empty. Fields that you neither set nor clear stay as they are.',
	wire: {
		spread: true,
		as: (names) =>
			Object.fromEntries(
				(Array.isArray(names) ? names : String(names).split(',')).map((name) => [
					String(name).trim(),
					null,
				]),
			),
	},
};

/** The custom attributes of contacts. */
export const customAttributes: Parameter[] = customAttributeParameters('getContactAttributes');
