import { bodyOf, flag, integer, openObject, text } from '../../body-schema';
import { targetCompany, updateCompany, upsertCompany, type CompanyBody } from '../../companies';
import { changeContact } from '../../contacts';
import { presentCompany } from '../../present/company';
import { route, type Route } from '../../route';

/** Fields of 2.16 `update_company_request`. */
const updateFields = {
	name: text,
	plan: text,
	size: integer,
	website: text,
	industry: text,
	custom_attributes: openObject,
	monthly_spend: { type: 'number' },
} as const;

/** Fields of 2.16 `create_or_update_company_request`. */
const upsertFields = {
	...updateFields,
	company_id: text,
	remote_created_at: integer,
	update_last_request_at: flag,
} as const;

/** Creating, reading, changing and deleting companies (2.16 lines 5978-6440). */
export const companyRecordRoutes: Route[] = [
	route<CompanyBody>({
		operation: 'POST /companies',
		scope: 'write_users_and_companies',
		body: bodyOf(upsertFields),
		handle: (request) => presentCompany(request.state, upsertCompany(request)),
	}),
	route({
		operation: 'GET /companies/{company_id}',
		scope: 'read_users_and_companies',
		handle: (request) => presentCompany(request.state, targetCompany(request)),
	}),
	route<CompanyBody>({
		operation: 'PUT /companies/{company_id}',
		scope: 'write_users_and_companies',
		body: bodyOf(updateFields),
		handle: (request) =>
			presentCompany(request.state, updateCompany(request, targetCompany(request))),
	}),
	route({
		operation: 'DELETE /companies/{company_id}',
		scope: 'write_users_and_companies',
		handle(request) {
			const { id } = targetCompany(request);
			for (const contact of request.state.contacts.find('company', id)) {
				changeContact(request, contact, {
					company_ids: contact.company_ids.filter((company) => company !== id),
				});
			}
			request.state.companies.delete(id);
			return { id, object: 'company', deleted: true };
		},
	}),
];
