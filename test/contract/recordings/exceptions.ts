import type { Difference } from './shape';

/** Differences between recorded answers and the emulator's that are meant. */
export interface Exception {
	/** Which routes, by their names. */
	routes: RegExp;
	/** Paths of the fields within a record, without the list that holds the record. */
	fields: readonly string[];
	/** What is different, as {@link Difference} says it. */
	message: string;
	/** Why the emulator answers otherwise. */
	reason: string;
}

/** The message about a field that the emulator has and recordings have not. */
const additional = 'is not in recorded answers';

/** Recorded at 2.11 and 2.15; a field that is in neither must be in the description of 2.16. */
const newer = 'The description of 2.16 has it; the recordings are of older versions';

/** All differences that are meant. */
export const exceptions: readonly Exception[] = [
	{
		routes: /\/articles/,
		fields: [
			'ai_chatbot_availability',
			'ai_copilot_availability',
			'ai_sales_agent_availability',
			'body_markdown',
			'created_by_id',
			'draft_updated_at',
			'exclude_from_article_suggestions',
			'has_unpublished_changes',
			'help_center_audience',
			'scheduled_publish_at',
			'scheduled_unpublish_at',
			'statistics.fin_involvements',
			'statistics.fin_resolution_rate',
			'statistics.fin_resolutions',
			'tags',
			'updated_by_id',
		],
		message: additional,
		reason: newer,
	},
	{
		routes: /\/articles/,
		fields: ['default_locale', 'translated_content'],
		message: additional,
		reason: "The emulator's help center has several languages, the recorded one had one",
	},
	{
		routes: /\/contacts/,
		fields: ['email_domain'],
		message: additional,
		reason: newer,
	},
	{
		routes: /\/contacts/,
		fields: ['avatar'],
		message: 'is never string and is object instead of string',
		reason: 'Text up to 2.15; the schema contact of 2.16 says an object with image_url',
	},
	{
		routes: /\/conversations/,
		fields: ['admin_assignee_id', 'team_assignee_id'],
		message: 'is never null',
		reason: 'Nobody is null up to 2.15, and 0 in 2.16 as its schema conversation says',
	},
	{
		routes: /\/conversations/,
		fields: [
			'company',
			'conversation_parts.conversation_parts[].app_package_code',
			'conversation_parts.conversation_parts[].email_message_metadata',
			'conversation_parts.conversation_parts[].event_details',
			'conversation_parts.conversation_parts[].metadata',
			'conversation_parts.conversation_parts[].state',
			'conversation_parts.conversation_parts[].tags',
		],
		message: additional,
		reason: newer,
	},
	{
		routes: /\/tags/,
		fields: ['companies', 'users'],
		message: additional,
		reason: newer,
	},
];

/** Whether a difference on a route is one that an exception means. */
export function isMeant(
	{ routes, fields, message }: Exception,
	route: string,
	difference: Difference,
): boolean {
	const field = difference.field.replace(/^(data|conversations)\[\]\./, '');
	return routes.test(route) && message === difference.message && fields.includes(field);
}
