import { listedCompanies } from '../../companies';
import { companyNotFound, IntercomError, parameterInvalid } from '../../errors';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { presentCompany } from '../../present/company';
import type { Company } from '../../records';
import { route, type Route, type RouteRequest } from '../../route';

/** Page size of company lists (2.16 line 6757; the maximum is inferred). */
const PAGE = { default: 15, maximum: 60 };

/** Looking companies up and listing them by page number (2.16 lines 6082, 6739). */
export const companyListRoutes: Route[] = [
	route({
		operation: 'GET /companies',
		scope: 'read_users_and_companies',
		query: ['name', 'company_id', 'tag_id', 'segment_id', ...PAGE_QUERY],
		handle(request) {
			const { state, query, settings } = request;
			if (query.company_id === undefined && query.name === undefined) {
				return companyList(request, filtered(request));
			}
			const [company] =
				query.company_id === undefined
					? state.companies.find('name', query.name ?? '')
					: state.companies.find('companyId', query.company_id);
			if (!company) throw companyNotFound();
			return settings.companyLookup === 'company'
				? presentCompany(state, company)
				: companyList(request, [company]);
		},
	}),
	route({
		operation: 'POST /companies/list',
		scope: 'read_users_and_companies',
		query: [...PAGE_QUERY, 'order'],
		handle(request) {
			const { order = 'desc', page = '1', per_page = String(PAGE.default) } = request.query;
			if (order !== 'asc' && order !== 'desc') {
				throw parameterInvalid("order must be 'asc' or 'desc'", 'order');
			}
			if ((Number(page) - 1) * Number(per_page) >= request.settings.companyListReach) {
				throw new IntercomError(400, 'bad_request', 'page limit reached, please use scroll API');
			}
			const direction = order === 'asc' ? 1 : -1;
			const companies = listedCompanies(request).sort(
				(left, right) => direction * ((left.last_request_at ?? 0) - (right.last_request_at ?? 0)),
			);
			return companyList(request, companies);
		},
	}),
];

function filtered(request: RouteRequest): Company[] {
	const { tag_id, segment_id } = request.query;
	return listedCompanies(request).filter(
		(company) =>
			(tag_id === undefined || company.tag_ids.includes(tag_id)) &&
			(segment_id === undefined || company.segment_ids.includes(segment_id)),
	);
}

/** A page of companies in the shape of 2.16 `company_list`. */
function companyList(request: RouteRequest, companies: Company[]): object {
	const { rows, total, pages } = numberedPage(request, companies, PAGE);
	return {
		type: 'list',
		data: rows.map((company) => presentCompany(request.state, company)),
		pages,
		total_count: total,
	};
}
