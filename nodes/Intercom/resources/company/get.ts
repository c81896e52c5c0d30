import { pathSegment } from '../../client/identifier';
import { recordsIn } from '../../client/paginate';
import { InputError } from '../../engine/input-error';
import type { Operation } from '../../engine/operation';
import { companyLocator } from '../locators';
import { companyName, companySummary, ownCompanyId } from './fields';

/** How a company can be looked up. */
type LookUp = 'companyId' | 'id' | 'name';

const shownFor = (by: LookUp) => ({ show: { by: [by] } });

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get company',
	description:
		"Get a company by Intercom's ID, by your own company ID or by name. A name can belong to several companies.",
	requests: ['GET /companies/{companyId}', 'GET /companies'],
	parameters: [
		{
			displayName: 'Find Company By',
			name: 'by',
			type: 'options',
			options: [
				{ name: 'Company ID', value: 'companyId', description: 'The ID in your own system' },
				{ name: 'ID', value: 'id', description: "Intercom's own ID" },
				{ name: 'Name', value: 'name', description: 'The exact name' },
			],
			default: 'id',
			description: 'What to look the company up by',
			wire: { to: 'none' },
		},
		{ ...companyLocator, displayOptions: shownFor('id'), wire: { to: 'none' } },
		{ ...ownCompanyId, displayOptions: shownFor('companyId'), wire: { to: 'none' } },
		{ ...companyName, required: true, displayOptions: shownFor('name'), wire: { to: 'none' } },
	],
	simplify: companySummary,
	run: async ({ client, values }) => {
		if (values.by === 'id') {
			const path = `/companies/${pathSegment(String(values.companyId)) ?? '-'}`;
			return await client.send({ method: 'GET', path, repeatable: true });
		}
		const [key, value] =
			values.by === 'name' ? ['name', values.name] : ['company_id', values.ownCompanyId];
		const answer = await client.exchange(
			{
				method: 'GET',
				path: '/companies',
				query: { [key as string]: String(value) },
				repeatable: true,
				// One company may come as it is.
				expects: { list: undefined },
			},
			[404],
		);
		const found = answer.status === 404 ? [] : recordsIn(answer.body);
		if (found.length > 0) return found;
		throw new InputError(
			`Intercom has no company with the ${values.by === 'name' ? 'name' : 'company ID'} ${JSON.stringify(value)}`,
			'Check the spelling. Intercom may not show a company to which no contact belongs.',
		);
	},
} satisfies Operation;
