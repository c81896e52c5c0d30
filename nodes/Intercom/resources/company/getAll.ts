import type { ListSettings, Operation, Parameter } from '../../engine/operation';
import { segmentLocator, tagLocator } from '../locators';
import { companySummary } from './fields';
import { scrollCompanies } from './scroll';

/** Where Intercom's lists of companies end (2.16 line 6778). */
const listReach = 10_000;

// The maximum is known from other connectors (peers.md §3a, Composio).
const list: ListSettings = { key: 'data', pageSize: { default: 15, max: 60 } };

const parameters: Parameter[] = [
	{
		displayName:
			'Intercom leaves out companies to which no contact belongs. Its lists end after 10,000 companies; a scroll reads all, but only one can run in a workspace at a time.',
		name: 'companiesNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Companies',
		name: 'which',
		type: 'options',
		options: [
			{ name: 'All', value: 'all' },
			{ name: 'In a Segment', value: 'segment' },
			{ name: 'With a Tag', value: 'tag' },
		],
		default: 'all',
		description: 'Which companies to get',
		wire: { to: 'none' },
	},
	{
		...segmentLocator,
		displayOptions: { show: { which: ['segment'] } },
	},
	{
		...tagLocator,
		displayOptions: { show: { which: ['tag'] } },
	},
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'List for a limit of up to 10,000, else scroll',
			},
			{ name: 'List', value: 'list', description: 'In order of activity, up to 10,000' },
			{
				name: 'Scroll',
				value: 'scroll',
				description: 'All of them, in no order; waits while another scroll is under way',
			},
		],
		default: 'auto',
		displayOptions: { show: { which: ['all'] } },
		description: 'How to read the companies',
		wire: { to: 'none' },
	},
	{
		displayName: 'Order',
		name: 'order',
		type: 'options',
		options: [
			{ name: 'Least Recently Active First', value: 'asc' },
			{ name: 'Most Recently Active First', value: 'desc' },
		],
		default: 'desc',
		displayOptions: { show: { which: ['all'] }, hide: { method: ['scroll'] } },
		description: 'The order of a list',
	},
];

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many companies',
	description: 'Get a list of companies, all of them or those with a tag or in a segment',
	requests: ['POST /companies/list', 'GET /companies/scroll', 'GET /companies'],
	parameters,
	list,
	simplify: companySummary,
	run: async ({ client, values, wanted, list: readList, collect }) => {
		const { which, method, tagId, segmentId, order } = values;
		if (which !== 'all') {
			const query = which === 'tag' ? { tag_id: String(tagId) } : { segment_id: String(segmentId) };
			return readList({ method: 'GET', path: '/companies', query, list });
		}
		if (method === 'scroll' || (method !== 'list' && wanted > listReach))
			return collect(scrollCompanies(client));
		// This POST takes everything in the query (intercom-api.md §5).
		const query = { order: String(order ?? 'desc') };
		return readList({ method: 'POST', path: '/companies/list', query, list });
	},
} satisfies Operation;
