import type { IDataObject } from 'n8n-workflow';

import { InputError, quoted } from '../../engine/input-error';
import { pairsIn } from './rows';

/** Headers that the credential decides, so that the token goes to its own host and version only. */
const setByCredential = /^(authorization|host|intercom-version)$/i;

/** Headers that say how the bytes travel: wrong ones break the connection. */
const setByConnection =
	/^(connection|content-length|expect|te|trailer|transfer-encoding|upgrade)$/i;

/** What a name may consist of (RFC 9110, `token`). */
const validName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Visible characters, blanks and tabs of Latin-1: what a connection can carry (RFC 9110). */
const validValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The headers that the user adds, by their trimmed names.
 *
 * @param rows `[{ name, value }]`
 * @throws InputError for headers that are set already, and for what no header can hold
 */
export function headersOf(rows: unknown): IDataObject {
	const pairs = pairsIn(rows, 'Headers').map(([name, value]) => [name, value.trim()] as const);
	for (const [name, value] of pairs) {
		if (!validName.test(name))
			throw new InputError(
				`'Headers' has the name ${quoted(name)}, which no header can have`,
				'Use letters, digits and hyphens, such as X-Request-Source.',
			);
		if (setByCredential.test(name))
			throw new InputError(
				`'Headers' may not set ${quoted(name)}`,
				'The credential sets it. Change the credential to use another token or API version.',
			);
		if (setByConnection.test(name))
			throw new InputError(`'Headers' may not set ${quoted(name)}`, 'The connection sets it.');
		if (!validValue.test(value))
			throw new InputError(
				`The value of ${quoted(name)} in 'Headers' has characters that no header can hold`,
				'Write it in one line of Latin letters, digits and signs. Encode other characters, e.g. with {{ encodeURIComponent($json.name) }}.',
			);
	}
	return Object.fromEntries(pairs);
}
