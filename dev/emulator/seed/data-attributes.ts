import type { DataAttribute, DataType } from '../records';
import { customAttribute } from '../custom-attributes';
import type { EmulatorState } from '../state';

type Model = DataAttribute['model'];

/** Built-in attributes: name, label, type, and whether the API can write them (2.16 line 14698). */
const BUILT_IN: Readonly<Record<Model, ReadonlyArray<[string, string, DataType, boolean]>>> = {
	contact: [
		['id', 'ID', 'string', false],
		['role', 'Role', 'string', true],
		['name', 'Name', 'string', true],
		['email', 'Email', 'string', true],
		['phone', 'Phone', 'string', true],
		['external_id', 'External ID', 'string', true],
		['owner_id', 'Owner', 'string', true],
		['avatar', 'Avatar', 'string', true],
		['unsubscribed_from_emails', 'Unsubscribed from Emails', 'boolean', true],
		['created_at', 'Created at', 'date', false],
		['updated_at', 'Updated at', 'date', false],
		['signed_up_at', 'Signed up', 'date', true],
		['last_seen_at', 'Last seen', 'date', true],
		['last_contacted_at', 'Last contacted', 'date', false],
	],
	company: [
		['name', 'Company name', 'string', true],
		['company_id', 'Company ID', 'string', false],
		['industry', 'Company industry', 'string', true],
		['size', 'Company size', 'integer', true],
		['website', 'Company website', 'string', true],
		['monthly_spend', 'Monthly spend', 'integer', true],
		['remote_created_at', 'Company created at', 'date', true],
		['last_request_at', 'Company last seen', 'date', false],
		['user_count', 'People', 'integer', false],
	],
};

/** Custom attributes of every kind a client has to tell apart. */
const CUSTOM: ReadonlyArray<
	Pick<DataAttribute, 'model' | 'name' | 'data_type'> & Partial<DataAttribute>
> = [
	{ model: 'contact', name: 'plan', data_type: 'string', options: ['free', 'pro', 'team'] },
	{ model: 'contact', name: 'job_title', data_type: 'string' },
	{ model: 'contact', name: 'seats', data_type: 'integer' },
	{ model: 'contact', name: 'score', data_type: 'float' },
	{ model: 'contact', name: 'is_trial', data_type: 'boolean' },
	{ model: 'contact', name: 'renewal_at', data_type: 'date' },
	{ model: 'contact', name: 'legacy_code', data_type: 'string', archived: true },
	{ model: 'contact', name: 'health', data_type: 'integer', api_writable: false },
	{ model: 'company', name: 'tier', data_type: 'string', options: ['bronze', 'gold'] },
	{ model: 'company', name: 'contract_ends_at', data_type: 'date' },
	{ model: 'company', name: 'devices', data_type: 'integer' },
];

/**
 * Gives a workspace its attributes.
 * @param now time of their creation, in Unix seconds
 */
export function seedDataAttributes(state: EmulatorState, now: number): void {
	const dates = { created_at: now, updated_at: now };
	for (const model of ['contact', 'company'] as const) {
		for (const [name, label, dataType, writable] of BUILT_IN[model]) {
			const id = `${model}.${name}`;
			state.dataAttributes.set(id, {
				...customAttribute(id, { model, name, data_type: dataType, ...dates }),
				full_name: name,
				label,
				api_writable: writable,
				ui_writable: false,
				custom: false,
			});
		}
	}
	const [admin] = state.admins.keys();
	for (const attribute of CUSTOM) {
		const id = state.identifiers.nextNumber('dataAttribute');
		const stored = customAttribute(id, { ...attribute, ...dates, admin_id: admin });
		state.dataAttributes.set(id, stored);
	}
}
