import { type Contact, type Emulator, seedContacts } from '../emulator';

const users = [
	'Billing Manager',
	'Head of Operations',
	'Head of Support',
	'Office Manager',
	'Product Owner',
	'Sales Director',
	'Support Engineer',
	'Team Assistant',
];
const leads = ['Conference Visitor', 'Newsletter Reader', 'Webinar Guest'];

function named(name: string): Partial<Contact> {
	return { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` };
}

/**
 * Gives an emulator a few contacts that are named after what they do: users with the external ids
 * customer-101 and up, and leads.
 */
export function seedSampleContacts({ state }: Emulator): void {
	seedContacts(state, users.length, {
		first: 1,
		details: (number) => ({ ...named(users[number - 1]), external_id: `customer-${100 + number}` }),
	});
	seedContacts(state, leads.length, {
		first: 1,
		role: 'lead',
		details: (number) => ({ ...named(leads[number - 1]), custom_attributes: {} }),
	});
}
