import type { FieldType, Scalar, SearchField, SearchSchema } from '../search/fields';
import type { Conversation, ConversationAttribute, ConversationDataType } from './records';
import { statisticsOf } from './statistics';
import { teammatesOf } from './teammates';
import { toPlainText } from './text';

type Reader = (conversation: Conversation) => Scalar | readonly Scalar[];

function statistic(name: string): Reader {
	return (conversation) =>
		(statisticsOf(conversation) as Record<string, Scalar | undefined>)[name] ?? null;
}

function statistics(
	type: FieldType,
	...names: string[]
): Array<[string, SearchField<Conversation>]> {
	return names.map((name) => [`statistics.${name}`, { type, read: statistic(name) }]);
}

/** Assignees are numbers here, 0 for nobody (2.16 line 11650). */
const READERS: Array<[name: string, type: FieldType, read: Reader]> = [
	['id', 'string', ({ id }) => id],
	['created_at', 'date', ({ created_at }) => created_at],
	['updated_at', 'date', ({ updated_at }) => updated_at],
	['waiting_since', 'date', ({ waiting_since }) => waiting_since],
	['snoozed_until', 'date', ({ snoozed_until }) => snoozed_until],
	['source.type', 'string', ({ source }) => source?.type ?? null],
	['source.id', 'string', ({ source }) => source?.id ?? null],
	['source.delivered_as', 'string', ({ source }) => source?.delivered_as ?? null],
	['source.subject', 'string', ({ source }) => source?.subject ?? null],
	['source.author.id', 'string', ({ source }) => source?.author.id ?? null],
	['source.author.type', 'string', ({ source }) => source?.author.type ?? null],
	['source.author.name', 'string', ({ source }) => source?.author.name ?? null],
	['source.author.email', 'string', ({ source }) => source?.author.email ?? null],
	['source.url', 'string', () => null],
	['contact_ids', 'string', ({ contact_ids }) => contact_ids],
	['teammate_ids', 'string', ({ parts }) => teammatesOf(parts)],
	['admin_assignee_id', 'number', ({ admin_assignee_id }) => admin_assignee_id],
	['team_assignee_id', 'number', ({ team_assignee_id }) => team_assignee_id],
	['channel_initiated', 'string', ({ source }) => source?.type ?? null],
	['open', 'boolean', ({ state }) => state !== 'closed'],
	['read', 'boolean', ({ read }) => read],
	['state', 'string', ({ state }) => state],
	['tag_ids', 'string', ({ tags }) => tags.map(({ id }) => id)],
	['priority', 'string', ({ priority }) => priority],
	['conversation_rating.requested_at', 'date', () => null],
	['conversation_rating.replied_at', 'date', () => null],
	['conversation_rating.score', 'number', () => null],
	['conversation_rating.remark', 'string', () => null],
	['conversation_rating.contact_id', 'string', () => null],
	['conversation_rating.admin_d', 'string', () => null],
	[
		'ai_agent_participated',
		'boolean',
		({ parts }) => parts.some(({ author }) => author.from_ai_agent),
	],
	['ai_agent.resolution_state', 'string', () => null],
	['ai_agent.last_answer_type', 'string', () => null],
	['ai_agent.rating', 'number', () => null],
	['ai_agent.rating_remark', 'string', () => null],
	['ai_agent.source_type', 'string', () => null],
	['ai_agent.source_title', 'string', () => null],
];

const FIELDS = new Map<string, SearchField<Conversation>>([
	...READERS.map(([name, type, read]): [string, SearchField<Conversation>] => [
		name,
		{ type, read, lookup: name === 'id' },
	]),
	...statistics(
		'number',
		'time_to_assignment',
		'time_to_admin_reply',
		'time_to_first_close',
		'time_to_last_close',
		'median_time_to_reply',
		'count_reopens',
		'count_assignments',
		'count_conversation_parts',
	),
	...statistics(
		'date',
		'first_contact_reply_at',
		'first_assignment_at',
		'first_admin_reply_at',
		'first_close_at',
		'last_assignment_at',
		'last_assignment_admin_reply_at',
		'last_contact_reply_at',
		'last_admin_reply_at',
		'last_close_at',
	),
	...statistics('number', 'last_closed_by_id'),
	[
		'source.body',
		{
			type: 'string',
			normalize: (value) => value.toLowerCase(),
			// Compared word by word (2.16 line 11626).
			read: ({ source }) =>
				toPlainText(source?.body ?? '')
					.toLowerCase()
					.split(/\W+/)
					.filter(Boolean),
		},
	],
]);

const CUSTOM_PREFIX = 'custom_attributes.';

const SEARCH_TYPES: Record<ConversationDataType, FieldType> = {
	string: 'string',
	integer: 'number',
	list: 'string',
	decimal: 'number',
	boolean: 'boolean',
	datetime: 'date',
	relationship: 'string',
	files: 'string',
};

/**
 * How conversations are searched (2.16 lines 11628-11710). Custom attributes are not in Intercom's
 * table of fields (intercom-api.md §6); they are taken where they exist.
 * @param attribute finds a conversation attribute by its name
 */
export function conversationSearchSchema(
	attribute: (name: string) => ConversationAttribute | undefined,
): SearchSchema<Conversation> {
	return {
		lookups: ['id'],
		operators: {
			string: ['=', '!=', 'IN', 'NIN', '~', '!~', '^', '$'],
			number: ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<='],
			boolean: ['=', '!=', 'IN', 'NIN'],
			date: ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<='],
		},
		inclusive: true,
		defaultSort: { field: 'updated_at', order: 'descending' },
		field(name) {
			if (!name.startsWith(CUSTOM_PREFIX)) return FIELDS.get(name);
			const key = name.slice(CUSTOM_PREFIX.length);
			const known = attribute(key);
			if (!known) return undefined;
			return {
				type: SEARCH_TYPES[known.data_type],
				read: (conversation) => (conversation.custom_attributes[key] ?? null) as Scalar,
			};
		},
	};
}
