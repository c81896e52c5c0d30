import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Tells a person without the recordings how to get them. */
export const howToGetRecordings =
	'No recordings of the live API. Put the folder with shapes.json and webhooks.json beside the ' +
	'repository as ../shared/recordings, or name its path in INTERCOM_RECORDINGS.';

/**
 * The folder of the recordings: `INTERCOM_RECORDINGS`, or the copy beside the repository.
 *
 * @throws Error when there is none, saying how to get them
 */
export function findRecordings(): string {
	const named = process.env.INTERCOM_RECORDINGS;
	if (named) {
		if (!existsSync(named))
			throw new Error(`INTERCOM_RECORDINGS names ${named}, which does not exist`);
		return named;
	}
	const beside = resolve(__dirname, '../../../shared/recordings');
	if (!existsSync(beside)) throw new Error(howToGetRecordings);
	return beside;
}

/**
 * Reads one file of the recordings.
 *
 * @param name e.g. `webhooks.json`
 * @throws Error when there is none, saying how to get them
 */
export function readRecording<T>(name: string): T {
	const path = join(findRecordings(), name);
	if (!existsSync(path)) throw new Error(`${howToGetRecordings} ${name} is missing.`);
	return JSON.parse(readFileSync(path, 'utf8')) as T;
}
