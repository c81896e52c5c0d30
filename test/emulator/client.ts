import type { Emulator } from '../../dev/emulator';

/** An answer of the emulator. */
export interface Answer {
	status: number;
	headers: Headers;
	/** Parsed JSON; the text when it is none; undefined when empty. */
	body: unknown;
}

/** What a call sends besides method and path. */
export interface CallOptions {
	body?: unknown;
	headers?: Record<string, string>;
	/** Access token; default: the emulator's valid one. Empty for none. */
	token?: string;
}

/**
 * Sends one request.
 * @param call method and path with query, such as `GET /contacts?per_page=2`
 */
export async function send(
	emulator: Pick<Emulator, 'url' | 'token'>,
	call: string,
	{ body, headers, token = emulator.token }: CallOptions = {},
): Promise<Answer> {
	const [method, path] = call.split(' ');
	const response = await fetch(emulator.url + path, {
		method,
		headers: {
			accept: 'application/json',
			'intercom-version': '2.16',
			...(token ? { authorization: `Bearer ${token}` } : {}),
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers,
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: parse(text) };
}

/** Code and message of an error answer, for comparing in one line. */
export function errorOf({ status, body }: Answer): string {
	const [error] = field<Array<{ code: string; message: string }>>(body, 'errors');
	return `${status} ${error.code}: ${error.message}`;
}

/** A field of an answer, for example `pages.next.starting_after`. Throws when it is not there. */
export function field<T = string>(value: unknown, path: string): T {
	let current = value;
	for (const name of path.split('.')) {
		if (typeof current !== 'object' || current === null || !(name in current)) {
			throw new Error(`No ${path} in ${JSON.stringify(value)}`);
		}
		current = (current as Record<string, unknown>)[name];
	}
	return current as T;
}

function parse(text: string): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
