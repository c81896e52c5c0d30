import { randomUUID } from 'node:crypto';
import { listedCompanies } from '../../companies';
import { IntercomError } from '../../errors';
import { presentCompany } from '../../present/company';
import type { CompanyScroll } from '../../records';
import { route, type Route, type RouteRequest } from '../../route';

/**
 * Walking through all companies (2.16 line 6834). One scroll can be open per app; it expires after
 * a minute without use and at its end, which is an empty page.
 */
export const companyScrollRoutes: Route[] = [
	route({
		operation: 'GET /companies/scroll',
		scope: 'read_users_and_companies',
		family: 'scroll',
		query: ['scroll_param'],
		handle(request) {
			const { state, settings, clock, query } = request;
			const scroll =
				query.scroll_param === undefined
					? openScroll(request)
					: resumeScroll(request, query.scroll_param);
			if (
				settings.scrollBreaksAfterPages !== null &&
				scroll.pages >= settings.scrollBreaksAfterPages
			) {
				state.companyScroll = null;
				throw new IntercomError(
					500,
					'server_error',
					'Request failed due to an internal network error. Please restart the scroll operation.',
				);
			}
			const end = scroll.position + settings.scrollPageSize;
			const ids = scroll.company_ids.slice(scroll.position, end);
			state.companyScroll =
				ids.length === 0
					? null
					: { ...scroll, position: end, pages: scroll.pages + 1, used_at: clock.milliseconds() };
			return {
				type: 'list',
				data: ids
					.flatMap((id) => state.companies.get(id) ?? [])
					.map((company) => presentCompany(state, company)),
				pages: null,
				total_count: null,
				scroll_param: scroll.id,
			};
		},
	}),
];

/** 400 while another scroll is open (intercom-api.md §5). */
function openScroll(request: RouteRequest): CompanyScroll {
	if (current(request)) {
		throw new IntercomError(400, 'scroll_exists', 'scroll already exists for this workspace');
	}
	return {
		id: randomUUID(),
		company_ids: listedCompanies(request).map(({ id }) => id),
		position: 0,
		pages: 0,
		used_at: request.clock.milliseconds(),
	};
}

/** 404 for a scroll that has expired, ended or never was (intercom-api.md §5). */
function resumeScroll(request: RouteRequest, id: string): CompanyScroll {
	const scroll = current(request);
	if (scroll?.id === id) return scroll;
	throw new IntercomError(404, 'not_found', 'scroll parameter not found');
}

function current({ state, settings, clock }: RouteRequest): CompanyScroll | null {
	const { companyScroll: scroll } = state;
	if (!scroll) return null;
	const idle = clock.milliseconds() - scroll.used_at;
	return idle > settings.scrollExpiryMilliseconds ? null : scroll;
}
