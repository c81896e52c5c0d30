import type { IDataObject } from 'n8n-workflow';

import { valueAt } from '../client/paginate';
import type { SimplifiedFields } from './operation';

/** The value at a dotted path; a list on the way gives the values of all its members. */
function collect(source: unknown, path: string[]): unknown {
	if (Array.isArray(source)) return source.map((member) => collect(member, path));
	if (path.length === 0) return source ?? null;
	return collect(valueAt(source, path[0]), path.slice(1));
}

/** The fields by their output names; null where the record has none, so every record has the same keys. */
function flat(record: IDataObject, fields: SimplifiedFields): IDataObject {
	const entries = Object.entries(fields).map(([name, path]) => [
		name,
		collect(record, (path === true ? name : path).split('.')),
	]);
	return Object.fromEntries(entries) as IDataObject;
}

/**
 * A record with only the fields of a simplified answer. An answer that has none of them is another
 * kind of thing than the record and is handed on as it is, so that nothing gets lost.
 */
export function simplified(record: IDataObject, fields: SimplifiedFields): IDataObject {
	const simple = flat(record, fields);
	return Object.values(simple).some((value) => value !== null) ? simple : record;
}

/** A record with only the fields a user named; dots reach into nested fields and stay in the name. */
export function selected(record: IDataObject, paths: string[]): IDataObject {
	return flat(record, Object.fromEntries(paths.map((path) => [path, path])));
}
