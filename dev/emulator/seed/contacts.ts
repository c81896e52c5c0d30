import { blankContact, generatedExternalId } from '../contacts';
import type { Contact, ContactRole } from '../records';
import type { EmulatorState } from '../state';
import { SEED_TIME } from './workspace';

/** How contacts are seeded. */
export interface ContactSeed {
	/** Default `user`. */
	role?: ContactRole;
	/** Number of the first one; default: one more than there are contacts. */
	first?: number;
	/** When the first one was created, in Unix seconds; default 2025-01-01. */
	createdAt?: number;
	/** Seconds between two creations; default 60. */
	stepSeconds?: number;
	/** Fields that differ, by number. */
	details?: (number: number) => Partial<Contact>;
}

const PLANS = ['free', 'pro', 'team'];
const COUNTRIES = ['Ireland', 'Germany', 'Australia', 'United States'];

/**
 * Stores made-up contacts: Customer 00042 with customer00042@example.com and the external id
 * customer-00042, or Lead 00042. The same call on the same state gives the same contacts. Search
 * sees them at once, whatever its lag.
 * @returns the contacts, in order
 */
export function seedContacts(
	state: EmulatorState,
	count: number,
	options: ContactSeed = {},
): Contact[] {
	const first = options.first ?? state.contacts.size + 1;
	const contacts = Array.from({ length: count }, (_, index) =>
		seededContact(state, first + index, index, options),
	);
	for (const contact of contacts) state.contacts.set(contact.id, contact);
	state.contactSearch.flush();
	return contacts;
}

function seededContact(
	state: EmulatorState,
	number: number,
	index: number,
	options: ContactSeed,
): Contact {
	const { role = 'user', createdAt = SEED_TIME, stepSeconds = 60, details } = options;
	const id = state.identifiers.nextObjectId();
	const time = createdAt + index * stepSeconds;
	const digits = String(number).padStart(5, '0');
	const isUser = role === 'user';
	return {
		...blankContact(id, time),
		role,
		external_id: isUser ? `customer-${digits}` : generatedExternalId(id),
		email: `${isUser ? 'customer' : 'lead'}${digits}@example.com`,
		name: `${isUser ? 'Customer' : 'Lead'} ${digits}`,
		signed_up_at: isUser ? time : null,
		last_seen_at: time + 3600,
		location: { country: COUNTRIES[number % COUNTRIES.length], region: null, city: null },
		custom_attributes: { plan: PLANS[number % PLANS.length], seats: number % 50 },
		...details?.(number),
	};
}
