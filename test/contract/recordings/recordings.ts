import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Shape } from './shape';

/** What was recorded of one route of the live API: no values, only facts. */
export interface RecordedRoute {
	/** How many answers were recorded. */
	recordings: number;
	/** Values of `Intercom-Version`. */
	versions: string[];
	response: Shape;
	/** Clock and rate limit of each answer; times in Unix seconds. */
	rate: Array<{ date: number; limit: number; remaining: number; reset: number }>;
}

/** Tells a person without the recordings how to get them. */
export const howToGetRecordings =
	'No recordings of the live API. Put the folder with shapes.json and webhooks.json into ../shared/recordings, ' +
	'or its path into INTERCOM_RECORDINGS (see CONTRIBUTING.md).';

/** The folder of the recordings: `INTERCOM_RECORDINGS`, or the one beside the repository. */
export function recordingsFolder(): string {
	return process.env.INTERCOM_RECORDINGS ?? resolve(__dirname, '../../../../shared/recordings');
}

/**
 * Reads one file of the recordings.
 *
 * @param name e.g. `webhooks.json`
 * @throws Error that says where they are expected when there are none
 */
export function readRecording<T>(name: string, folder = recordingsFolder()): T {
	const path = join(folder, name);
	if (!existsSync(path)) throw new Error(`${howToGetRecordings} Looked for ${path}`);
	return JSON.parse(readFileSync(path, 'utf8')) as T;
}
