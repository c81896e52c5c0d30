import type { Company } from '../../records';
import type { Workspace } from '../../route';
import { iso, isoOrNull } from './sample';

/** What every notification of a company carries, in any version. */
function commonFields({ state }: Workspace, company: Company): object {
	const members = state.contacts.find('company', company.id);
	return {
		type: 'company',
		id: company.id,
		company_id: company.company_id,
		app_id: state.appId,
		name: company.name,
		remote_created_at: isoOrNull(company.remote_created_at),
		created_at: iso(company.created_at),
		updated_at: iso(company.updated_at),
		last_request_at: isoOrNull(company.last_request_at),
		monthly_spend: company.monthly_spend,
		session_count: company.session_count,
		user_count: members.length,
		tag_ids: company.tag_ids,
		custom_attributes: company.custom_attributes,
	};
}

/** A company as notifications carry it: flatter than the REST API's, with dates as texts. */
export function companyItem(workspace: Workspace, company: Company): object {
	return {
		...commonFields(workspace, company),
		plan: company.plan?.name ?? null,
		size: company.size,
		website: company.website,
		industry: company.industry,
	};
}

/** A company beside a contact, and in payloads of old versions. */
export function shortCompanyItem(workspace: Workspace, company: Company): object {
	return { ...commonFields(workspace, company), plan_id: company.plan?.id ?? null };
}
