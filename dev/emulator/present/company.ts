import type { Company, Contact } from '../records';
import type { EmulatorState } from '../state';
import { presentNote } from './note';
import { presentSegment } from './segment';

/** A company in the shape of 2.16 `company`; details that were never set are left out. */
export function presentCompany(state: EmulatorState, company: Company): object {
	const tags = company.tag_ids.flatMap((id) => state.tags.get(id) ?? []);
	const segments = company.segment_ids.flatMap((id) => state.segments.get(id) ?? []);
	const notes = company.note_ids.flatMap((id) => state.notes.get(id) ?? []);
	return {
		type: 'company',
		company_id: company.company_id,
		id: company.id,
		app_id: state.appId,
		name: company.name ?? undefined,
		remote_created_at: company.remote_created_at,
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
		notes: { type: 'note.list', notes: notes.map((note) => presentNote(state, note)) },
	};
}

/** The contacts of a company that the API shows. */
export function companyContacts(state: EmulatorState, companyId: string): Contact[] {
	return state.contacts.find('company', companyId).filter(({ status }) => status === 'active');
}
