import { createHmac } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { assert, property, string, uint8Array } from 'fast-check';

import { verifySignature } from '../../../nodes/Intercom/triggers/webhook/signature';

const secret = 'client-secret-of-the-app';
const body = Buffer.from('{"type":"notification_event","name":"Zoë"}');
const digest = (algorithm: string, bytes: Buffer = body, key = secret) =>
	createHmac(algorithm, key).update(bytes).digest('hex');

describe('signatures', () => {
	it('accepts what Intercom sends with notifications, and with calls about the app', () => {
		const hub = { 'x-hub-signature': `sha1=${digest('sha1')}` };
		const own = { 'x-body-signature': digest('sha256') };
		// Intercom's documentation shows 40 digits here, its servers send 64.
		const sample = { 'x-body-signature': digest('sha1') };
		for (const headers of [hub, own, sample, { ...hub, ...own }])
			expect(verifySignature(headers, body, secret)).toBe('valid');
	});

	it('accepts the bytes as they came, whatever they hold', () => {
		assert(
			property(uint8Array(), string({ minLength: 1 }), (bytes, key) => {
				const raw = Buffer.from(bytes);
				const headers = { 'x-hub-signature': `sha1=${digest('sha1', raw, key)}` };
				return verifySignature(headers, raw, key) === 'valid';
			}),
		);
	});

	it.each([
		['of another secret', `sha1=${digest('sha1', body, 'another')}`],
		['of another body', `sha1=${digest('sha1', Buffer.from('{}'))}`],
		['that is one digit short', `sha1=${digest('sha1').slice(1)}`],
		['that is one digit long', `sha1=${digest('sha1')}0`],
		['without its prefix', digest('sha1')],
		['that is not hexadecimal', `sha1=${'z'.repeat(40)}`],
		['that is empty', ''],
		['that is only a prefix', 'sha1='],
	])('refuses a signature %s, without an exception', (_, header) => {
		expect(verifySignature({ 'x-hub-signature': header }, body, secret)).toBe('invalid');
	});

	it('refuses a request with one right and one wrong signature', () => {
		const headers = {
			'x-hub-signature': `sha1=${digest('sha1')}`,
			'x-body-signature': digest('sha256', body, 'another'),
		};
		expect(verifySignature(headers, body, secret)).toBe('invalid');
	});

	it('tells an unsigned request from a forged one', () => {
		expect(verifySignature({ 'content-type': 'application/json' }, body, secret)).toBe('missing');
	});
});
