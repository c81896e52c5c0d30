import type { ListSettings, Operation } from '../../engine/operation';
import { creationParts } from '../../search/creation-parts';
import { conversationTable } from '../../search/fields/conversation';
import { searchParameters } from '../../search/parameters';
import { prepareSearch } from '../../search/prepare';
import { readSort, sortParameter } from '../../search/sort';
import { optionsOf } from '../collections';
import { conversationSummary } from './fields';

const list: ListSettings = {
	key: 'conversations',
	pageSize: { default: 20, max: 150 },
	pagingIn: 'body',
	cursor: true,
	parts: creationParts('/conversations/search', conversationTable.dates, { byDefault: true }),
};

export const search = {
	name: 'Search',
	value: 'search',
	action: 'Search conversations',
	description:
		'Find conversations by state, dates, assignee, tags, author, channel, rating and more. Results have no messages.',
	requests: ['POST /conversations/search', 'GET /me'],
	parameters: [
		...searchParameters(conversationTable, {
			hint: 'Results hold the first message only: get the transcript of a conversation for the rest. Tickets are left out unless the app has the permission Read Tickets.',
			example: "state = 'open' AND team_assignee_id = 0 AND updated_at > '2026-01-31'",
		}),
		optionsOf(
			{
				displayName: 'Include Monitors',
				name: 'includeMonitors',
				type: 'boolean',
				default: false,
				description: 'Whether to add the results of quality monitors, in the output "Raw"',
				wire: { to: 'query' },
			},
			{
				displayName: 'Include Scorecards',
				name: 'includeScorecards',
				type: 'boolean',
				default: false,
				description: 'Whether to add the results of quality scorecards, in the output "Raw"',
				wire: { to: 'query' },
			},
		),
		sortParameter(conversationTable),
	],
	simplify: conversationSummary,
	list,
	run: async (context) => {
		const { query, keep } = await prepareSearch(context, conversationTable);
		const sort = readSort(context.values.sort);
		return context.list(
			{
				method: 'POST',
				path: '/conversations/search',
				query: context.query,
				body: sort === undefined ? { query } : { query, sort },
				list,
			},
			keep,
		);
	},
} satisfies Operation;
