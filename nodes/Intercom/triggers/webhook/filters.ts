import type { IDataObject } from 'n8n-workflow';

import { actorOf } from './actor';
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

function object(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
}

/** Ids in whatever shape a payload version has them; 0 and null stand for nobody. */
function idsOf(...values: unknown[]): string[] {
	return values
		.filter((value) => value !== undefined && value !== null && value !== 0 && value !== '0')
		.map(String);
}

function assigned(item: IDataObject, type: 'admin' | 'team'): string[] | undefined {
	const key = `${type}_assignee_id`;
	if (!(key in item) && !('assignee' in item)) return undefined;
	// Payloads of old versions have one assignee of either type.
	const assignee = object(item.assignee);
	return idsOf(item[key], assignee.type === type ? assignee.id : undefined);
}

function tagged(item: IDataObject): string[] | undefined {
	const lists = ['tags', 'tags_added'].map((key) => item[key]);
	if (lists.every((list) => list === undefined) && item.tag === undefined) return undefined;
	const tags = lists.flatMap((list) => {
		const { tags: named, data } = object(list);
		return [list, named, data].filter(Array.isArray).flat();
	});
	return idsOf(...[...tags, item.tag].map((tag) => object(tag).id));
}

function one(parent: unknown, key: string): string[] | undefined {
	const held = object(parent);
	return key in held ? idsOf(held[key]) : undefined;
}

/** What an object tells about each filter; undefined where its kind has no such thing. */
const readers: Readonly<
	Record<
		'adminIds' | 'teamIds' | 'tagIds' | 'ticketTypeIds' | 'sourceTypes',
		(item: IDataObject) => string[] | undefined
	>
> = {
	adminIds: (item) => assigned(item, 'admin'),
	teamIds: (item) => assigned(item, 'team'),
	tagIds: tagged,
	ticketTypeIds: (item) => one(item.ticket_type, 'id'),
	sourceTypes: (item) => one(item.source, 'type'),
};

/**
 * Why a notification is dropped, in words for whoever reads the answer; undefined when it is kept.
 * A filter counts only for objects that have what it looks at: a new contact has no team, so it
 * passes a team filter, and so do deletions, which carry only an id.
 */
export function reasonToDrop(
	notification: Notification,
	filters: NotificationFilters,
): string | undefined {
	const actor = actorOf(notification);
	if (actor?.type === 'bot' && filters.ignoreBots) return 'Ignored: done by a bot';
	if (actor?.type === 'admin' && filters.ignoredAdmins.includes(actor.id))
		return 'Ignored: done by an admin whose activity is left out';
	for (const [name, read] of Object.entries(readers)) {
		const wanted = filters[name as keyof typeof readers];
		const held = wanted.length === 0 ? undefined : read(notification.item);
		if (held !== undefined && !held.some((id) => wanted.includes(id)))
			return 'Ignored: the filters leave it out';
	}
	return undefined;
}
