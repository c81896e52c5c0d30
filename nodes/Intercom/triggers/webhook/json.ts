import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as an object; empty where it is none. */
export function objectOf(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}

/**
 * The members of a list in any of Intercom's shapes: an array, or an object that holds one under
 * `data` or under the list's own name.
 *
 * @returns undefined where there is no list; empty for a list object whose array was left out
 */
export function membersOf(list: unknown, name: string): IDataObject[] | undefined {
	if (Array.isArray(list)) return list.map(objectOf);
	if (!isObject(list)) return undefined;
	const members = list[name] ?? list.data;
	return Array.isArray(members) ? members.map(objectOf) : [];
}
