import { createHash } from 'node:crypto';

/**
 * Fields that are left out of a digest: they change without anybody changing the record (what a
 * contact's visits leave behind, counters, times) or differ from answer to answer (signed addresses).
 */
const volatile =
	/(_at|_count|_url|url)$|^(android_.*|avatar|browser.*|ios_.*|location|os|referrer|session_count|statistics|utm_.*)$/;

const knownVolatile = new Map<string, boolean>();

/** Remembered, because a poll looks at the same few names thousands of times. */
function isVolatile(key: string): boolean {
	const known = knownVolatile.get(key);
	if (known !== undefined) return known;
	const verdict = volatile.test(key);
	// Names of custom attributes must not pile up in a process that runs for months.
	if (knownVolatile.size < 1_000) knownVolatile.set(key, verdict);
	return verdict;
}

/** Values as text, whatever order lists come in; what is not set counts as absent. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
	if (typeof value === 'object' && value !== null) {
		let text = '{';
		for (const [key, held] of Object.entries(value))
			if (held !== null && held !== undefined && !isVolatile(key))
				text += `${key}:${canonical(held)},`;
		return `${text}}`;
	}
	// Intercom signs the addresses of files anew for every answer, also those inside of texts.
	if (typeof value === 'string')
		return JSON.stringify(value.includes('http') ? value.replace(/https?:[^\s"'<>]+/g, '') : value);
	return String(value);
}

/**
 * A short digest of what people can change in a record, to tell two changes of one second apart.
 * Equal for records that differ only in what is volatile, so that it never takes a visit for a
 * change.
 */
export function digestOf(record: object): string {
	return createHash('sha256').update(canonical(record)).digest('base64url').slice(0, 8);
}
