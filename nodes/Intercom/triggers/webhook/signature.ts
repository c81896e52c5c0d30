import { createHmac, timingSafeEqual } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

/** What the signatures of a request say: `missing` when it carries none. */
export type SignatureVerdict = 'valid' | 'invalid' | 'missing';

/** Digest by the number of its hexadecimal digits. */
const algorithmOfLength: Readonly<Record<number, string>> = { 40: 'sha1', 64: 'sha256' };

/**
 * Headers that Intercom signs with, and the prefix before the digits: notifications carry
 * `X-Hub-Signature: sha1=…`, calls about the app itself (uninstall, health check) carry
 * `X-Body-Signature` with bare digits, SHA-256 in practice and SHA-1 in Intercom's sample
 * (docs/intercom/notifications.md).
 */
const signatureHeaders: ReadonlyArray<{ header: string; shape: RegExp }> = [
	{ header: 'x-hub-signature', shape: /^(?:sha1|sha256)=([0-9a-f]+)$/i },
	{ header: 'x-body-signature', shape: /^(?:sha1=|sha256=)?([0-9a-f]+)$/i },
];

function matches(digits: string | undefined, body: Buffer, secret: string): boolean {
	const algorithm = algorithmOfLength[digits?.length ?? 0];
	if (digits === undefined || algorithm === undefined) return false;
	const expected = createHmac(algorithm, secret).update(body).digest();
	// Both have the digest's length here, so the comparison can't throw.
	return timingSafeEqual(Buffer.from(digits, 'hex'), expected);
}

/**
 * Checks a request's signatures in constant time; every one it carries has to be right.
 *
 * @param headers names in lower case
 * @param body the bytes as received, not a parsed and rewritten body
 * @param secret the app's client secret
 */
export function verifySignature(
	headers: IDataObject,
	body: Buffer,
	secret: string,
): SignatureVerdict {
	const present = signatureHeaders.filter(({ header }) => headers[header] !== undefined);
	if (present.length === 0) return 'missing';
	const valid = present.every(({ header, shape }) =>
		matches(shape.exec(String(headers[header]).trim())?.[1], body, secret),
	);
	return valid ? 'valid' : 'invalid';
}
