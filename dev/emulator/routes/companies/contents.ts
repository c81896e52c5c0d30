import { targetCompany } from '../../companies';
import { createNote, noteBody, noteList, type NoteBody } from '../../notes';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { companyContacts } from '../../present/company';
import { presentContact } from '../../present/contact';
import { presentNote } from '../../present/note';
import { presentSegment } from '../../present/segment';
import { route, type Route } from '../../route';

/** Page size (intercom-api.md §5; the maximum is inferred). */
const PAGE = { default: 50, maximum: 150 };

/** Contacts, segments and notes of a company (2.16 lines 6442-6738). */
export const companyContentRoutes: Route[] = [
	route({
		operation: 'GET /companies/{company_id}/contacts',
		scope: 'read_users_and_companies',
		query: PAGE_QUERY,
		handle(request) {
			const { state, version } = request;
			const contacts = companyContacts(state, targetCompany(request).id);
			const { rows, total, pages } = numberedPage(request, contacts, PAGE, 'missing');
			return {
				type: 'list',
				data: rows.map((contact) => presentContact(state, contact, { version })),
				total_count: total,
				pages,
			};
		},
	}),
	route({
		operation: 'GET /companies/{company_id}/segments',
		scope: 'read_users_and_companies',
		handle(request) {
			const segments = targetCompany(request).segment_ids.flatMap(
				(id) => request.state.segments.get(id) ?? [],
			);
			return { type: 'list', data: segments.map((segment) => presentSegment(segment)) };
		},
	}),
	route({
		operation: 'GET /companies/{company_id}/notes',
		scope: 'read_users_and_companies',
		query: PAGE_QUERY,
		handle: (request) => noteList(request, targetCompany(request).note_ids),
	}),
	route<NoteBody>({
		operation: 'POST /companies/{company_id}/notes',
		scope: 'write_users_and_companies',
		body: noteBody,
		handle(request) {
			const { state } = request;
			const company = targetCompany(request);
			const note = createNote(request, { company_id: company.id });
			state.companies.set(company.id, { ...company, note_ids: [...company.note_ids, note.id] });
			return presentNote(state, note);
		},
	}),
];
