import type { Emulator } from '../emulator';

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

/** The contacts of a playground, in the form that `POST /contacts` takes. */
export const sampleContacts = [
	...users.map((name, index) => contact('user', name, { external_id: `customer-${101 + index}` })),
	...leads.map((name) => contact('lead', name)),
];

function contact(role: 'user' | 'lead', name: string, more?: { external_id: string }) {
	const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
	return { role, name, email, ...more };
}

/**
 * Fills an emulator with {@link sampleContacts}, over HTTP as any app would.
 * @throws Error when the emulator refuses one
 */
export async function addSampleContacts({ url, token }: Emulator): Promise<void> {
	for (const body of sampleContacts) {
		const response = await fetch(`${url}/contacts`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${token}`,
				'content-type': 'application/json',
				'intercom-version': '2.16',
			},
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`The emulator refused a contact: ${await response.text()}`);
	}
}
