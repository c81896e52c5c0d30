import { readCustomAttributes } from './custom-attributes';
import { companyNotFound, parameterInvalid } from './errors';
import { companyContacts } from './present/company';
import type { Company } from './records';
import type { RouteRequest } from './route';

/** Body of creating or updating a company (2.16 `create_or_update_company_request`). */
export interface CompanyBody {
	name?: string;
	company_id?: string;
	plan?: string;
	size?: number;
	website?: string;
	industry?: string;
	custom_attributes?: Record<string, unknown>;
	/** Unix seconds. */
	remote_created_at?: number;
	update_last_request_at?: boolean;
	/** Floats are cut to integers (intercom-api.md §11). */
	monthly_spend?: number;
}

/** The company in a route's path. Throws 404 when there is none. */
export function targetCompany({ state, params }: RouteRequest): Company {
	const company = state.companies.get(params.company_id);
	if (!company) throw companyNotFound();
	return company;
}

/** Creates a company, or updates the one with that `company_id` (intercom-api.md §11). */
export function upsertCompany(request: RouteRequest<CompanyBody>): Company {
	const { state, clock, body } = request;
	const [known] =
		body.company_id === undefined ? [] : state.companies.find('companyId', body.company_id);
	if (known) return updateCompany(request, known);
	const id = state.identifiers.nextObjectId();
	return updateCompany(request, blankCompany(id, body.company_id ?? id, clock.seconds()));
}

/** Stores the fields named in the body. */
export function updateCompany(request: RouteRequest<CompanyBody>, company: Company): Company {
	const { state, clock, body } = request;
	const { plan, custom_attributes, monthly_spend, update_last_request_at, ...plain } = body;
	if (body.company_id === '') throw parameterInvalid('company_id is empty', 'company_id');
	const now = clock.seconds();
	const changed: Company = {
		...company,
		...plain,
		company_id: company.company_id,
		updated_at: now,
	};
	if (plan !== undefined) changed.plan = planByName(request, plan);
	if (monthly_spend !== undefined) changed.monthly_spend = Math.trunc(monthly_spend);
	if (update_last_request_at) changed.last_request_at = now;
	if (custom_attributes) {
		changed.custom_attributes = {
			...company.custom_attributes,
			...readCustomAttributes(request, 'company', custom_attributes),
		};
	}
	state.companies.set(changed.id, changed);
	return changed;
}

/** A company without any details. */
export function blankCompany(id: string, companyId: string, now: number): Company {
	return {
		id,
		company_id: companyId,
		name: null,
		plan: null,
		size: null,
		website: null,
		industry: null,
		monthly_spend: 0,
		session_count: 0,
		remote_created_at: null,
		created_at: now,
		updated_at: now,
		last_request_at: null,
		custom_attributes: {},
		tag_ids: [],
		segment_ids: [],
		note_ids: [],
	};
}

/** Companies that lists show: those with contacts (2.16 line 6776). */
export function listedCompanies({ state }: RouteRequest): Company[] {
	return [...state.companies.values()].filter(
		(company) => companyContacts(state, company.id).length > 0,
	);
}

/** Plans are given by name and get an id (2.16 `company`). */
function planByName({ state }: RouteRequest, name: string): Company['plan'] {
	for (const { plan } of state.companies.values()) {
		if (plan?.name === name) return plan;
	}
	return { id: state.identifiers.nextNumber('plan'), name };
}
