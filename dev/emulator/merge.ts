import { changeContact } from './contacts';
import { IntercomError, parameterInvalid } from './errors';
import type { Contact } from './records';
import type { Workspace } from './route';

/** Fields a user takes over from a lead when it has none of its own (inferred). */
const INHERITED = ['email', 'phone', 'name', 'avatar', 'owner_id', 'last_seen_at'] as const;

/**
 * Merges a lead into a user: the lead is gone from lists and search, the user has the tags, notes
 * and companies of both (2.16 lines 8517-8560).
 * @param skipDuplicateValidation allows a merge of contacts that share neither email nor phone
 * @returns the user as it is afterwards
 * @throws IntercomError 400 `parameter_invalid` for other roles (the code is inferred), 400
 *   `invalid_merge` when the two are not duplicates (2.16 line 8659)
 */
export function mergeContacts(
	workspace: Workspace,
	lead: Contact,
	user: Contact,
	skipDuplicateValidation: boolean,
): Contact {
	if (lead.role !== 'lead' || user.role !== 'user') {
		throw parameterInvalid('Only a lead can be merged, and only into a user');
	}
	if (!skipDuplicateValidation && !areDuplicates(lead, user)) {
		throw new IntercomError(
			400,
			'invalid_merge',
			'Contacts can only be merged when they are duplicates (matching email or phone). ' +
				'Pass skip_duplicate_validation=true to override this check.',
		);
	}
	changeContact(workspace, lead, {
		status: 'merged',
		merged_into: user.id,
		company_ids: [],
		segment_ids: [],
		tags: [],
		note_ids: [],
	});
	return changeContact(workspace, user, {
		...inherited(lead, user),
		custom_attributes: { ...lead.custom_attributes, ...user.custom_attributes },
		tags: union(user.tags, lead.tags),
		subscriptions: union(user.subscriptions, lead.subscriptions),
		note_ids: [...user.note_ids, ...lead.note_ids],
		company_ids: [...new Set([...user.company_ids, ...lead.company_ids])],
		segment_ids: [...new Set([...user.segment_ids, ...lead.segment_ids])],
		merge_history: [
			...user.merge_history,
			{
				type: 'merge_history',
				source_contact_id: lead.id,
				source_contact_role: lead.role,
				merged_at: workspace.clock.seconds(),
			},
		],
	});
}

function areDuplicates(lead: Contact, user: Contact): boolean {
	const sameEmail = lead.email !== null && lead.email === user.email;
	const samePhone = lead.phone !== null && lead.phone === user.phone;
	return sameEmail || samePhone;
}

function inherited(lead: Contact, user: Contact): Partial<Contact> {
	return Object.fromEntries(INHERITED.map((name) => [name, user[name] ?? lead[name]]));
}

function union<T extends { id: string }>(own: readonly T[], added: readonly T[]): T[] {
	const ids = new Set(own.map(({ id }) => id));
	return [...own, ...added.filter(({ id }) => !ids.has(id))];
}
