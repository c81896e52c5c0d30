import { parseArgs } from 'node:util';
import type { N8nMajor } from '../n8n/install';

/** What the user of `npm run demo` and `npm run editor` can choose. */
export interface DemoOptions {
	/** `--once`: end after the table instead of keeping the editor open. */
	once: boolean;
	/** `--n8n 1`: the major version of n8n, default 2. */
	major: N8nMajor;
}

/**
 * Reads the command line.
 * @throws TypeError or RangeError that names the option that is unknown or wrong
 */
export function readOptions(): DemoOptions {
	const { values } = parseArgs({
		options: {
			once: { type: 'boolean', default: false },
			n8n: { type: 'string', default: '2' },
		},
	});
	const { once = false, n8n } = values;
	if (n8n !== '1' && n8n !== '2') throw new RangeError(`--n8n must be 1 or 2, not ${n8n}`);
	return { once, major: n8n };
}
