import type { IDataObject } from 'n8n-workflow';

import { actorOf } from './actor';
import { isObject, membersOf, objectOf } from './json';
import type { Notification } from './notification';

/** What the user wants to be left out or kept. All ids are text. */
export interface NotificationFilters {
	/** Admins whose own activity is dropped. */
	ignoredAdmins: readonly string[];
	/** Whether the activity of Fin and other bots is dropped. */
	ignoreBots: boolean;
	/** Kept only when assigned to one of these; empty means any, here and below. */
	adminIds: readonly string[];
	teamIds: readonly string[];
	tagIds: readonly string[];
	ticketTypeIds: readonly string[];
	sourceTypes: readonly string[];
}

/** The filters that look at what the notification is about. */
type RecordFilter = 'adminIds' | 'teamIds' | 'tagIds' | 'ticketTypeIds' | 'sourceTypes';

/** Ids in whatever shape a payload version has them; 0 and null stand for nobody. */
function idsOf(...values: unknown[]): string[] {
	return values
		.filter((value) => value !== undefined && value !== null && value !== 0 && value !== '0')
		.map(String);
}

function assigned(shown: IDataObject, type: 'admin' | 'team'): string[] | undefined {
	const key = `${type}_assignee_id`;
	if (!(key in shown) && !('assignee' in shown)) return undefined;
	// Payloads of old versions have one assignee of either type.
	const assignee = objectOf(shown.assignee);
	return idsOf(shown[key], assignee.type === type ? assignee.id : undefined);
}

/** Ids of tags; undefined where there is no list, or only the beginning of one that none of the wanted is in. */
function listed(list: unknown, wanted: readonly string[]): string[] | undefined {
	const tags = membersOf(list, 'tags');
	const ids = tags && idsOf(...tags.map(({ id }) => id));
	const isCut = objectOf(list).has_more === true && !ids?.some((id) => wanted.includes(id));
	return isCut ? undefined : ids;
}

/** The tags that a notification is about; where it is about none, the tags of its record. */
function tagged(shown: IDataObject, wanted: readonly string[]): string[] | undefined {
	if (isObject(shown.tag)) return idsOf(shown.tag.id);
	const added = listed(shown.tags_added, wanted) ?? [];
	if (added.length > 0) return added;
	const ids = Array.isArray(shown.tag_ids) ? idsOf(...shown.tag_ids) : undefined;
	const lists = [
		ids,
		listed(shown.tags, wanted),
		listed(objectOf(shown.conversation_part).tags, wanted),
	].filter((list) => list !== undefined);
	return lists.length === 0 ? undefined : lists.flat();
}

/** What a record tells about each filter; undefined where it doesn't, or its kind has no such thing. */
const readers: Readonly<
	Record<RecordFilter, (shown: IDataObject, wanted: readonly string[]) => string[] | undefined>
> = {
	adminIds: (shown) => assigned(shown, 'admin'),
	teamIds: (shown) => assigned(shown, 'team'),
	tagIds: tagged,
	ticketTypeIds: ({ ticket_type: type }) =>
		isObject(type) && 'id' in type ? idsOf(type.id) : undefined,
	sourceTypes: ({ source }) => {
		// Conversations that came in by a channel of another app have none.
		if (source === null) return [];
		return isObject(source) && 'type' in source ? idsOf(source.type) : undefined;
	},
};

/**
 * Why a record is dropped, in words for whoever reads the answer; undefined when it is kept. A filter
 * counts only for records that tell about it: a new contact has no team, so it passes a team filter,
 * and so do deletions, which carry little more than an id.
 */
export function reasonToDropRecord(
	shown: IDataObject,
	filters: NotificationFilters,
): string | undefined {
	const isDropped = Object.entries(readers).some(([name, read]) => {
		const wanted = filters[name as RecordFilter];
		const held = wanted.length === 0 ? undefined : read(shown, wanted);
		return held !== undefined && !held.some((id) => wanted.includes(id));
	});
	return isDropped ? 'Ignored: the filters leave it out' : undefined;
}

/** The filters that a notification leaves open, because what it carries does not tell about them. */
export function undecidedFilters(
	{ shown }: Notification,
	filters: NotificationFilters,
): NotificationFilters {
	const open = Object.entries(readers).map(([name, read]) => {
		const wanted = filters[name as RecordFilter];
		return [name, read(shown, wanted) === undefined ? wanted : []];
	});
	return { ...filters, ...(Object.fromEntries(open) as Record<RecordFilter, string[]>) };
}

/** Why a notification is dropped, by who caused it or by what it carries; undefined when it is kept. */
export function reasonToDrop(
	notification: Notification,
	filters: NotificationFilters,
): string | undefined {
	const actor = actorOf(notification);
	if (actor?.type === 'bot' && filters.ignoreBots) return 'Ignored: done by a bot';
	if (actor?.type === 'admin' && filters.ignoredAdmins.includes(actor.id))
		return 'Ignored: done by an admin whose activity is left out';
	return reasonToDropRecord(notification.shown, filters);
}
