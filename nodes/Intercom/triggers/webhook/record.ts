import type { IDataObject } from 'n8n-workflow';

import { valueAt } from '../../client/paginate';
import type { NotificationFacts } from './facts';
import { isObject } from './json';
import { partsOf } from './parts';

/** What a notification carries: the record that it is about, and whatever else. */
export interface NotificationContent {
	/** The record, with `type` and `id` as text where the notification tells them. */
	record: IDataObject;
	/** The other objects of the notification by name, and what the record alone would not tell. */
	beside: IDataObject;
}

/** Prefix for a field of the wrapper that the record has as well, e.g. `event_created_at`. */
const wrapperPrefix = 'event_';

/** Where the record stands; undefined where the item itself is the record. Records have an id, wrappers have none. */
function placeOf(item: IDataObject, places: readonly string[]): string | undefined {
	if (item.id !== undefined && item.id !== null) return undefined;
	return places.find((place) => isObject(valueAt(item, place)));
}

/** A copy of an object without the value at a dotted path, and without the object that it leaves empty. */
function without(item: IDataObject, path: string): IDataObject {
	const [name, ...further] = path.split('.');
	const { [name]: held, ...others } = item;
	if (further.length === 0 || !isObject(held)) return others;
	const rest = without(held, further.join('.'));
	return Object.keys(rest).length === 0 ? others : { ...others, [name]: rest };
}

/** A record with its type and id first, the id as text. */
function identified(record: IDataObject, type: IDataObject[string], idField = 'id'): IDataObject {
	const id = record.id ?? record[idField];
	const named = {
		type: record.type ?? type,
		id: id === undefined || id === null ? id : String(id),
	};
	const known = Object.entries(named).filter(([, value]) => value !== undefined);
	return { ...Object.fromEntries(known), ...record, ...Object.fromEntries(known) };
}

/** The fields of a wrapper beside its record: none of them may hide one of the record's. */
function besides(wrapper: IDataObject, record: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(wrapper)
			.filter(([name]) => name !== 'type')
			.map(([name, value]) => [name in record ? `${wrapperPrefix}${name}` : name, value]),
	);
}

/**
 * Takes the record that a topic is about out of a notification. Intercom sends some records plain,
 * others under their own name with a second object beside them, and the same topic either way in
 * different versions, so it is the item that decides (docs/intercom/notifications.md).
 *
 * @param item `data.item` of the notification
 */
export function readContent(item: IDataObject, facts: NotificationFacts): NotificationContent {
	const { at, type } = facts.record;
	const place = placeOf(item, at);
	const own = Object.fromEntries(
		(facts.own ?? []).filter((name) => name in item).map((name) => [name, item[name]]),
	);
	if (place === undefined) {
		const part = facts.part === true ? partsOf(item)[0] : undefined;
		return {
			record: identified(item, type, facts.id),
			beside: { ...own, ...(part && { conversation_part: part }) },
		};
	}
	const record = valueAt(item, place) as IDataObject;
	return {
		record: identified(record, type ?? item.type, facts.id),
		beside: besides(without(item, place), record),
	};
}
