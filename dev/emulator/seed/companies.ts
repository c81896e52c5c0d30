import { blankCompany } from '../companies';
import type { Company } from '../records';
import type { EmulatorState } from '../state';
import { SEED_TIME } from './workspace';

/**
 * Stores made-up companies: Company 0042 with the company id company-0042. Each gets one of the
 * stored contacts, in turn, because lists leave out companies without contacts.
 * @returns the companies, in order
 */
export function seedCompanies(state: EmulatorState, count: number): Company[] {
	const contactIds = [...state.contacts.keys()];
	const first = state.companies.size + 1;
	const companies = Array.from({ length: count }, (_, index) => {
		const digits = String(first + index).padStart(4, '0');
		const id = state.identifiers.nextObjectId();
		return {
			...blankCompany(id, `company-${digits}`, SEED_TIME + index),
			name: `Company ${digits}`,
			last_request_at: SEED_TIME + index,
		};
	});
	for (const [index, company] of companies.entries()) {
		state.companies.set(company.id, company);
		const contact = state.contacts.get(contactIds[index % contactIds.length] ?? '');
		if (!contact) continue;
		const companyIds = [...contact.company_ids, company.id];
		state.contacts.set(contact.id, { ...contact, company_ids: companyIds });
	}
	state.contactSearch.flush();
	return companies;
}
