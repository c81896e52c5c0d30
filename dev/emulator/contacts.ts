import { contactNotFound, IntercomError, parameterInvalid, parameterNotFound } from './errors';
import type { Contact, ContactRole } from './records';
import type { Workspace } from './route';
import type { ApiVersion } from './settings';

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
export function activeContact(workspace: Workspace, id: string, version: ApiVersion): Contact {
	const contact = workspace.state.contacts.get(id);
	if (contact?.status === 'active') return contact;
	if (contact?.merged_into && version !== '2.14' && version !== '2.15') {
		throw contactMerged(workspace, contact.merged_into);
	}
	throw contactNotFound();
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
export function createContact(workspace: Workspace, body: ContactBody): Contact {
	const { state, clock } = workspace;
	if (body.email === undefined && body.external_id === undefined && body.role === undefined) {
		throw parameterNotFound('One of email, external_id or role is required');
	}
	const now = clock.seconds();
	const contact: Contact = {
		...blankContact(state.identifiers.nextObjectId(), now),
		...writableFields(workspace, body),
	};
	return store(workspace, contact);
}

/**
 * Changes the fields named in the body.
 * @throws IntercomError as {@link createContact}
 */
export function updateContact(workspace: Workspace, contact: Contact, body: ContactBody): Contact {
	return store(workspace, {
		...contact,
		...writableFields(workspace, body, contact),
		updated_at: workspace.clock.seconds(),
	});
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

/** The stored form of the fields a client may write. */
function writableFields(
	workspace: Workspace,
	body: ContactBody,
	contact?: Contact,
): Partial<Contact> {
	const { custom_attributes, role, owner_id, email, unsubscribed_from_emails, ...plain } = body;
	const fields: Partial<Contact> = { ...plain };
	if (email !== undefined) fields.email = email.toLowerCase();
	if (role !== undefined) fields.role = readRole(role);
	if (owner_id !== undefined) fields.owner_id = readOwner(workspace, owner_id);
	if (unsubscribed_from_emails !== undefined) {
		fields.unsubscribed_from_emails = unsubscribed_from_emails ?? false;
	}
	if (custom_attributes) {
		fields.custom_attributes = { ...contact?.custom_attributes, ...custom_attributes };
	}
	return fields;
}

function readRole(role: string): ContactRole {
	if (role === 'user' || role === 'lead') return role;
	throw parameterInvalid("role must be 'user' or 'lead'", 'role');
}

function readOwner(workspace: Workspace, owner: string | number | null): string | null {
	if (owner === null) return null;
	if (workspace.state.admins.has(String(owner))) return String(owner);
	throw parameterInvalid('The owner specified is not a member of the workspace', 'owner_id');
}

function store(workspace: Workspace, contact: Contact): Contact {
	refuseDuplicate(workspace, contact);
	workspace.state.contacts.set(contact.id, contact);
	return contact;
}

/**
 * 409 when another contact has the same external id, or when another user has the same email;
 * leads never conflict on email (intercom-api.md §7-8).
 */
function refuseDuplicate({ state }: Workspace, contact: Contact): void {
	const twins = [
		...(contact.external_id ? state.contacts.find('externalId', contact.external_id) : []),
		...(contact.email && contact.role === 'user'
			? state.contacts.find('email', contact.email).filter((twin) => twin.role === 'user')
			: []),
	].filter((twin) => twin.id !== contact.id);
	const live = twins.find((twin) => twin.status === 'active');
	if (live) {
		throw new IntercomError(
			409,
			'conflict',
			`A contact matching those details already exists with id=${live.id}`,
		);
	}
	const archived = twins.find((twin) => twin.status === 'archived');
	if (archived) {
		throw new IntercomError(
			409,
			'conflict',
			`An archived contact matching those details already exists with id=${archived.id}`,
		);
	}
}
