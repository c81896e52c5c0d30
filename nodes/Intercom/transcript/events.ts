import type { IDataObject } from 'n8n-workflow';

import { valueAt } from '../client/paginate';

/** What happened, for the parts that are no messages (2.16 `conversation_part.part_type`). */
const words: Readonly<Record<string, string>> = {
	assign_and_reopen: 'assigned and reopened the conversation',
	assign_and_unsnooze: 'assigned and unsnoozed the conversation',
	assignment: 'assigned the conversation',
	away_mode_assignment: 'assigned the conversation because a teammate is away',
	close: 'closed the conversation',
	company_updated: 'updated the company',
	conversation_tags_updated: 'changed the tags',
	default_assignment: 'assigned the conversation',
	merged_primary_conversation: 'merged another conversation into this one',
	merged_secondary_conversation: 'merged this conversation into another one',
	note_and_reopen: 'reopened the conversation',
	open: 'opened the conversation',
	participant_added: 'added a participant',
	participant_removed: 'removed a participant',
	snoozed: 'snoozed the conversation',
	timer_unsnooze: 'unsnoozed the conversation',
	unsnoozed: 'unsnoozed the conversation',
};

/** Parts that only carry what somebody wrote. */
export const plainParts = new Set(['comment', 'note', 'quick_reply']);

function detail(part: IDataObject, path: string): string | undefined {
	const value = valueAt(part.event_details, path);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What a part says happened, without its author: `assigned the conversation to admin 814860`. */
export function eventText(part: IDataObject): string {
	const type = String(part.part_type ?? '');
	const attribute = detail(part, 'attribute.name');
	if (attribute !== undefined) {
		const value = detail(part, 'value.name');
		return `set '${attribute}'${value === undefined ? '' : ` to '${value}'`}`;
	}
	const action = detail(part, 'action.name');
	const workflow = detail(part, 'workflow.name');
	const assignee = valueAt(part, 'assigned_to.id');
	const target =
		assignee === undefined || assignee === null
			? ''
			: ` to ${String(valueAt(part, 'assigned_to.type') ?? 'assignee')} ${String(assignee)}`;
	const said = words[type] ?? type.replace(/_/g, ' ');
	const named = action ?? workflow;
	return `${said}${target}${named === undefined ? '' : ` '${named}'`}`;
}
