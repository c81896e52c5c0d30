import { InputError } from '../../engine/input-error';
import type { Parameter } from '../../engine/operation';

/** The tag that several companies get or lose; Intercom takes its name here (2.16 line 33579). */
export const tagName: Parameter = {
	displayName: 'Tag Name',
	name: 'tagName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. VIP',
	description: 'The name of the tag, whatever its case',
	wire: { name: 'name' },
};

/**
 * The companies of one request, by Intercom's IDs or the user's own.
 *
 * @param untag whether they lose the tag
 */
export function companiesToTag(untag: boolean): Parameter[] {
	const toCompanies = (key: string) => (value: unknown) => {
		const given = Array.isArray(value) ? value : String(value).split(',');
		const ids = given.map((id) => String(id).trim()).filter((id) => id !== '');
		if (ids.length === 0) throw new InputError("'Companies' is empty", 'Give at least one ID.');
		return ids.map((id) => ({ [key]: id, ...(untag && { untag }) }));
	};
	const companies = (name: string, key: string, by: string, placeholder: string): Parameter => ({
		displayName: 'Companies',
		name,
		type: 'string',
		required: true,
		default: '',
		placeholder,
		displayOptions: { show: { companiesBy: [by] } },
		description:
			'The IDs, separated by commas. Intercom skips companies it does not know; those it found stand in <code>companies</code> of the answer.',
		wire: { name: 'companies', as: toCompanies(key) },
	});
	return [
		{
			displayName: 'Find Companies By',
			name: 'companiesBy',
			type: 'options',
			options: [
				{ name: 'Company ID', value: 'companyId', description: 'The IDs in your own system' },
				{ name: 'ID', value: 'id', description: "Intercom's own IDs" },
			],
			default: 'id',
			description: 'How you name the companies',
			wire: { to: 'none' },
		},
		companies('companyIds', 'id', 'id', 'e.g. 6762f0ae1bb69f9f2193bb7b, 6762f0ae1bb69f9f2193bb7c'),
		companies('ownCompanyIds', 'company_id', 'companyId', 'e.g. customer-42, customer-43'),
	];
}
