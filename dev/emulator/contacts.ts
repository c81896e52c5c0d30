import { readCustomAttributes } from './custom-attributes';
import { contactNotFound, IntercomError, parameterInvalid, parameterNotFound } from './errors';
import type { Contact, ContactRole, ContactStatus } from './records';
import type { RouteRequest, Workspace } from './route';
import { isOlderThan216 } from './version';

/** Body of creating or updating a contact (2.16 lines 28060-28170). Times in Unix seconds. */
export interface ContactBody {
	role?: string;
	external_id?: string;
	email?: string;
	email_verified?: boolean | null;
	phone?: string | null;
	name?: string | null;
	avatar?: string | null;
	signed_up_at?: number | null;
	last_seen_at?: number | null;
	owner_id?: string | number | null;
	unsubscribed_from_emails?: boolean | null;
	custom_attributes?: Record<string, unknown> | null;
}

/**
 * The contact an operation is aimed at.
 * @throws IntercomError 410 when it was merged (404 up to 2.15), 404 when it does not exist, is
 *   archived or blocked (intercom-api.md §7)
 */
export function activeContact(request: RouteRequest, id: string): Contact {
	const contact = request.state.contacts.get(id);
	if (contact?.status === 'active') return contact;
	if (contact?.merged_into && !isOlderThan216(request.version)) {
		throw contactMerged(request, contact.merged_into);
	}
	throw contactNotFound();
}

/** The contact in a route's path: its `{contact_id}` or `{id}`. Throws as {@link activeContact}. */
export function targetContact(request: RouteRequest): Contact {
	return activeContact(request, request.params.contact_id ?? request.params.id);
}

/** 410 with the address of the contact that is left, over up to 3 hops (2.16 lines 8320-8340). */
function contactMerged(workspace: Workspace, into: string): IntercomError {
	let survivor = into;
	for (let hop = 1; hop < 3; hop += 1) {
		survivor = workspace.state.contacts.get(survivor)?.merged_into ?? survivor;
	}
	return new IntercomError(
		410,
		'contact_merged',
		"This contact has been merged. See the 'Link' header for the canonical contact.",
		{ headers: { link: `</contacts/${survivor}>; rel="canonical"` } },
	);
}

/**
 * Stores a new contact.
 * @throws IntercomError 400 for missing or wrong values, 409 when another contact has its email or
 *   external id
 */
export function createContact(request: RouteRequest<ContactBody>): Contact {
	const { state, clock, body } = request;
	if (body.email === undefined && body.external_id === undefined && body.role === undefined) {
		throw parameterNotFound('One of email, external_id or role is required');
	}
	const contact = { ...blankContact('', clock.seconds()), ...writableFields(request) };
	refuseIncomplete(contact);
	refuseDuplicate(request, contact);
	contact.id = state.identifiers.nextObjectId();
	if (contact.role === 'lead') contact.external_id ??= generatedExternalId(contact.id);
	state.contacts.set(contact.id, contact);
	return contact;
}

/**
 * Changes the fields named in the body.
 * @throws IntercomError as {@link createContact}
 */
export function updateContact(request: RouteRequest<ContactBody>, contact: Contact): Contact {
	const changed = { ...contact, ...writableFields(request, contact) };
	refuseIncomplete(changed);
	refuseDuplicate(request, changed);
	return changeContact(request, changed, {});
}

/** Replaces fields of a contact and dates the change. */
export function changeContact(
	{ state, clock }: Workspace,
	contact: Contact,
	changes: Partial<Contact>,
): Contact {
	const changed = { ...contact, ...changes, updated_at: clock.seconds() };
	state.contacts.set(changed.id, changed);
	return changed;
}

/** Notes when contacts last wrote, or were last written to; that is no change of the contact itself. */
export function dateContacts(
	{ state, clock }: Workspace,
	ids: readonly string[],
	field: 'last_contacted_at' | 'last_replied_at',
): void {
	for (const contact of ids.flatMap((id) => state.contacts.get(id) ?? [])) {
		state.contacts.set(contact.id, { ...contact, [field]: clock.seconds() });
	}
}

/** A contact without any details. */
export function blankContact(id: string, now: number): Contact {
	return {
		id,
		status: 'active',
		merged_into: null,
		merge_history: [],
		role: 'user',
		external_id: null,
		email: null,
		email_verified: null,
		phone: null,
		name: null,
		avatar: null,
		owner_id: null,
		has_hard_bounced: false,
		marked_email_as_spam: false,
		unsubscribed_from_emails: false,
		created_at: now,
		updated_at: now,
		signed_up_at: null,
		last_seen_at: null,
		last_replied_at: null,
		last_contacted_at: null,
		last_email_opened_at: null,
		last_email_clicked_at: null,
		language_override: null,
		browser: null,
		browser_version: null,
		browser_language: null,
		os: null,
		location: { country: null, region: null, city: null },
		custom_attributes: {},
		tags: [],
		note_ids: [],
		company_ids: [],
		segment_ids: [],
		subscriptions: [],
		dismissed_views: [],
	};
}

/** Leads without an external id get a UUID (inferred from the leads of older API documents). */
export function generatedExternalId(contactId: string): string {
	return `${contactId}00000000`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The stored form of the fields a client may write. */
function writableFields(request: RouteRequest<ContactBody>, contact?: Contact): Partial<Contact> {
	const { custom_attributes, role, owner_id, email, unsubscribed_from_emails, ...plain } =
		request.body;
	const fields: Partial<Contact> = { ...plain };
	if (email !== undefined) fields.email = readEmail(email);
	if (role !== undefined) fields.role = readRole(role);
	if (owner_id !== undefined) fields.owner_id = readOwner(request, owner_id);
	if (unsubscribed_from_emails !== undefined) {
		fields.unsubscribed_from_emails = unsubscribed_from_emails ?? false;
	}
	if (custom_attributes) {
		fields.custom_attributes = {
			...contact?.custom_attributes,
			...readCustomAttributes(request, 'contact', custom_attributes),
		};
	}
	return fields;
}

/** Emails are kept in lower case (inferred). */
function readEmail(email: string): string {
	if (/^\S+@\S+$/.test(email)) return email.toLowerCase();
	throw parameterInvalid('email is not an email address', 'email');
}

function readRole(role: string): ContactRole {
	if (role === 'user' || role === 'lead') return role;
	throw parameterInvalid("role must be 'user' or 'lead'", 'role');
}

/** `owner_id` is a text from 2.16 on, a number before (2.16 line 28087; intercom-api.md §1.4). */
function readOwner({ state, version }: RouteRequest, owner: string | number | null): string | null {
	if (owner === null) return null;
	if (typeof owner === 'number' && !isOlderThan216(version)) {
		throw parameterInvalid('owner_id must be a text of digits in this version', 'owner_id');
	}
	if (state.admins.has(String(owner))) return String(owner);
	throw parameterInvalid('The owner specified is not a member of the workspace', 'owner_id');
}

/** A user needs an email or an external id (intercom-api.md §2, trap 31). */
function refuseIncomplete(contact: Contact): void {
	if (contact.role === 'lead' || contact.email || contact.external_id) return;
	throw parameterNotFound('A user needs an email or an external_id');
}

/**
 * 409 when another contact has the same external id, or when another user has the same email;
 * leads never conflict on email. A blocked contact can't be recreated (intercom-api.md §7-8).
 */
function refuseDuplicate({ state }: Workspace, contact: Contact): void {
	const { external_id, email, role } = contact;
	const twins = [
		...(external_id ? state.contacts.find('externalId', external_id) : []),
		...(email && role === 'user'
			? state.contacts.find('email', email).filter((twin) => twin.role === 'user')
			: []),
	].filter((twin) => twin.id !== contact.id);
	for (const { status, refuse } of REFUSALS) {
		const twin = twins.find((candidate) => candidate.status === status);
		if (twin) throw refuse(twin.id);
	}
}

const REFUSALS: ReadonlyArray<{ status: ContactStatus; refuse: (id: string) => IntercomError }> = [
	{
		status: 'active',
		refuse: (id) => conflict(`A contact matching those details already exists with id=${id}`),
	},
	{
		status: 'archived',
		refuse: (id) =>
			conflict(`An archived contact matching those details already exists with id=${id}`),
	},
	{
		status: 'blocked',
		refuse: () =>
			new IntercomError(400, 'not_restorable', 'A blocked contact with those details exists'),
	},
];

function conflict(message: string): IntercomError {
	return new IntercomError(409, 'conflict', message);
}
