import { bodyOf, text } from '../../body-schema';
import { changeContact, targetContact } from '../../contacts';
import { companyNotFound, IntercomError, parameterNotFound } from '../../errors';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { presentAttachedCompany, presentCompany } from '../../present/company';
import type { Company } from '../../records';
import { route, type Route, type RouteRequest } from '../../route';

/** Companies of a contact (2.16 lines 6915-7213). */
export const contactCompanyRoutes: Route[] = [
	route<{ id?: string }>({
		operation: 'POST /contacts/{contact_id}/companies',
		scope: 'write_users_and_companies',
		body: bodyOf({ id: text }),
		handle(request) {
			const { state, settings, clock, body } = request;
			const contact = targetContact(request);
			if (!body.id) throw parameterNotFound('company not specified');
			const company = knownCompany(request, body.id);
			if (!contact.company_ids.includes(company.id)) {
				if (contact.company_ids.length >= settings.companiesPerContact) {
					throw new IntercomError(
						400,
						'contact_company_limit_exceeded',
						`Contact has reached the maximum of ${settings.companiesPerContact} ` +
							'company associations',
					);
				}
				changeContact(request, contact, { company_ids: [...contact.company_ids, company.id] });
				state.companies.set(company.id, { ...company, updated_at: clock.seconds() });
			}
			return presentAttachedCompany(state, knownCompany(request, company.id));
		},
	}),
	route({
		operation: 'GET /contacts/{contact_id}/companies',
		scope: 'read_users_and_companies',
		query: PAGE_QUERY,
		handle(request) {
			const { state } = request;
			const companies = targetContact(request).company_ids.flatMap(
				(id) => state.companies.get(id) ?? [],
			);
			const { rows, total, pages } = numberedPage(request, companies, PAGE, 'url');
			return {
				type: 'list',
				// The schema says `companies`, the example `data`: intercom-api.md §5 goes with the schema.
				companies: rows.map((company) => presentCompany(state, company)),
				total_count: total,
				pages,
			};
		},
	}),
	route({
		operation: 'DELETE /contacts/{contact_id}/companies/{company_id}',
		scope: 'write_users_and_companies',
		handle(request) {
			const contact = targetContact(request);
			const company = knownCompany(request, request.params.company_id);
			if (!contact.company_ids.includes(company.id)) throw companyNotFound();
			changeContact(request, contact, {
				company_ids: contact.company_ids.filter((id) => id !== company.id),
			});
			return presentAttachedCompany(request.state, company);
		},
	}),
];

/** Page size (intercom-api.md §5; the maximum is inferred). */
const PAGE = { default: 50, maximum: 150 };

/** The company of that Intercom id; the workspace's own `company_id` is not accepted here. */
function knownCompany({ state }: RouteRequest, id: string): Company {
	const company = state.companies.get(id);
	if (!company) throw companyNotFound();
	return company;
}
