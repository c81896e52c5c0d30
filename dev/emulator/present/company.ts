import type { Company, Contact } from '../records';
import type { EmulatorState } from '../state';
import { embed } from './contact';
import { presentSegment } from './segment';

/**
 * A company in the shape of 2.16 `company`; details that were never set are left out. Its notes only
 * show where it is attached and detached: {@link presentAttachedCompany}.
 */
export function presentCompany(state: EmulatorState, company: Company): object {
	const tags = company.tag_ids.flatMap((id) => state.tags.get(id) ?? []);
	const segments = company.segment_ids.flatMap((id) => state.segments.get(id) ?? []);
	return {
		type: 'company',
		company_id: company.company_id,
		id: company.id,
		app_id: state.appId,
		name: company.name ?? undefined,
		remote_created_at: company.remote_created_at ?? undefined,
		created_at: company.created_at,
		updated_at: company.updated_at,
		last_request_at: company.last_request_at ?? undefined,
		size: company.size ?? undefined,
		website: company.website ?? undefined,
		industry: company.industry ?? undefined,
		monthly_spend: company.monthly_spend,
		session_count: company.session_count,
		user_count: companyContacts(state, company.id).length,
		tags: { type: 'tag.list', tags: tags.map(({ id, name }) => ({ type: 'tag', id, name })) },
		segments: {
			type: 'segment.list',
			segments: segments.map((segment) => presentSegment(segment)),
		},
		plan: company.plan === null ? {} : { type: 'plan', ...company.plan },
		custom_attributes: company.custom_attributes,
	};
}

/**
 * A company as attaching it to a contact and detaching it answer: with a list of its notes like that
 * of a contact (docs/intercom/recorded-answers.md).
 */
export function presentAttachedCompany(state: EmulatorState, company: Company): object {
	const notes = company.note_ids.map((id) => ({ id, type: 'note', url: `/notes/${id}` }));
	return {
		...presentCompany(state, company),
		notes: { ...embed(notes, `/companies/${company.id}/notes`), type: 'note.list' },
	};
}

/** The contacts of a company that the API shows. */
export function companyContacts(state: EmulatorState, companyId: string): Contact[] {
	return state.contacts.find('company', companyId).filter(({ status }) => status === 'active');
}
