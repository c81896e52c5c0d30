/** A recorded notification, reduced to its fields. */
export interface RecordedNotification {
	topic: string;
	/** `old` for apps on API 1.x. */
	payload: 'current' | 'old';
	/** Who recorded it; some leave out empty fields. */
	sources: readonly string[];
	/** Per path the JSON types that were seen, separated by `|`; `[]` is a list's member, `*` any name. */
	fields: Readonly<Record<string, string>>;
}

/** How a notification differs from the recorded ones of its topic. */
export interface Difference {
	/** As in the recording, `(old)` included. */
	name: string;
	path: string;
	/** `lacking`: recorded and not sent; `type`: sent with another type; `unknown`: sent and never recorded. */
	kind: 'lacking' | 'type' | 'unknown';
	/** For a person: the types on both sides. */
	detail: string;
}

/** A difference that is meant, and why. */
export interface ExplainedDifference {
	/** Names as in the recordings. */
	names: RegExp;
	paths: RegExp;
	kind: Difference['kind'];
	reason: string;
}

/** Objects whose fields are named by users or differ by what happened. */
const freeForm = /\.(?:custom_attributes|ticket_attributes|metadata)$/;

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

function children(path: string, value: unknown): Array<[string, unknown]> {
	if (Array.isArray(value)) return value.map((member) => [`${path}[]`, member]);
	if (typeof value !== 'object' || value === null) return [];
	const prefix = path === '' ? '' : `${path}.`;
	return Object.entries(value).map(([name, held]) => [
		`${prefix}${freeForm.test(path) ? '*' : name}`,
		held,
	]);
}

/** The fields of a notification in the recordings' form: per path the types that occur. */
export function fieldsOf(notification: object): Map<string, Set<string>> {
	const fields = new Map<string, Set<string>>();
	const visit = (path: string, value: unknown): void => {
		const name = path === '' ? '(root)' : path;
		fields.set(name, (fields.get(name) ?? new Set()).add(typeOf(value)));
		for (const [childPath, child] of children(path, value)) visit(childPath, child);
	};
	visit('', notification);
	return fields;
}

function parentOf(path: string): string {
	const parent = path.replace(/(?:\[\]|\.[^.[]+|^[^.[]+)$/, '');
	return parent === '' ? '(root)' : parent;
}

/**
 * Whether the recording can't know a field: it saw the parent only as null, as an empty list or as an
 * object without fields.
 */
function isBeyondRecording(path: string, recorded: RecordedNotification['fields']): boolean {
	const parent = parentOf(path);
	if (parent === '(root)') return false;
	if (!(parent in recorded)) return isBeyondRecording(parent, recorded);
	return !Object.keys(recorded).some((other) => other !== parent && parentOf(other) === parent);
}

/**
 * Holds a notification against the recorded ones of its topic. A field that was recorded as nothing
 * but null may have any type, and so may one that a user has named; every other may only have types
 * that were recorded.
 */
export function compare(
	name: string,
	notification: object,
	recorded: RecordedNotification['fields'],
): Difference[] {
	const sent = fieldsOf(notification);
	const differences: Difference[] = [];
	for (const [path, types] of Object.entries(recorded)) {
		const sentTypes = sent.get(path);
		const allowed = new Set(types.split('|'));
		if (sentTypes === undefined) {
			// Of what is lacking as a whole, only the outermost is told.
			if (sent.has(parentOf(path)))
				differences.push({ name, path, kind: 'lacking', detail: `recorded as ${types}` });
			continue;
		}
		const isNamedByUser = freeForm.test(parentOf(path));
		if (types === 'null' || isNamedByUser || [...sentTypes].every((type) => allowed.has(type)))
			continue;
		const detail = `recorded as ${types}, sent as ${[...sentTypes].join('|')}`;
		differences.push({ name, path, kind: 'type', detail });
	}
	for (const [path, types] of sent) {
		if (path in recorded || isBeyondRecording(path, recorded)) continue;
		differences.push({ name, path, kind: 'unknown', detail: `sent as ${[...types].join('|')}` });
	}
	return differences;
}

/** The differences that no explanation covers. */
export function unexplained(
	differences: readonly Difference[],
	explanations: readonly ExplainedDifference[],
): Difference[] {
	return differences.filter(
		({ name, path, kind }) =>
			!explanations.some(
				(known) => known.kind === kind && known.names.test(name) && known.paths.test(path),
			),
	);
}
