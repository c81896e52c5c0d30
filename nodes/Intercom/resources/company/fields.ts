import type { Parameter, SimplifiedFields } from '../../engine/operation';
import { additionalFieldsOf, updateFieldsOf } from '../collections';
import { customAttributeParameters } from '../custom-attributes';

/** What "Simplify" keeps of a company. */
export const companySummary: SimplifiedFields = {
	id: true,
	company_id: true,
	name: true,
	plan: 'plan.name',
	size: true,
	website: true,
	industry: true,
	monthly_spend: true,
	user_count: true,
	tags: 'tags.tags.name',
	created_at: true,
	updated_at: true,
	last_request_at: true,
};

/** The ID a company has in the user's own system; Intercom never changes it (2.16 line 5997). */
export const ownCompanyId: Parameter = {
	displayName: 'Company ID',
	name: 'ownCompanyId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. customer-42',
	description: 'The ID of the company in your own system',
	wire: { name: 'company_id' },
};

/** A company's name. */
export const companyName: Parameter = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	description: 'The name of the company',
};

const industry: Parameter = {
	displayName: 'Industry',
	name: 'industry',
	type: 'string',
	default: '',
	description: 'What the company does',
};

const monthlySpend: Parameter = {
	displayName: 'Monthly Spend',
	name: 'monthlySpend',
	type: 'number',
	typeOptions: { maxValue: 2_147_483_647, numberPrecision: 0 },
	default: 0,
	description: 'What the company spends with you in a month; a whole number',
};

const plan: Parameter = {
	displayName: 'Plan',
	name: 'plan',
	type: 'string',
	default: '',
	placeholder: 'e.g. Enterprise',
	description: 'The name of the plan the company is on',
};

const size: Parameter = {
	displayName: 'Size',
	name: 'size',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 0,
	description: 'How many people work there',
};

const website: Parameter = {
	displayName: 'Website',
	name: 'website',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com',
	description: 'The address of its website',
};

/** Optional fields of a company that is created or updated. */
export const additionalFields: Parameter = additionalFieldsOf(
	{
		displayName: 'Created At',
		name: 'remoteCreatedAt',
		type: 'dateTime',
		default: '',
		description: 'When the company became a customer of yours',
	},
	industry,
	monthlySpend,
	plan,
	size,
	{
		displayName: 'Update Last Seen',
		name: 'updateLastRequestAt',
		type: 'boolean',
		default: true,
		description: 'Whether to mark the company as seen now',
	},
	website,
);

/** The fields of a company that can be changed. */
export const updateFields: Parameter = updateFieldsOf(
	industry,
	monthlySpend,
	companyName,
	plan,
	size,
	website,
);

/** The custom attributes of companies. */
export const customAttributes: Parameter[] = customAttributeParameters('getCompanyAttributes');
