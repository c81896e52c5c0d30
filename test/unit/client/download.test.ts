import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { download, type DownloadLimits } from '../../../nodes/Intercom/client/download';
import { isPublicAddress } from '../../../nodes/Intercom/client/public-address';
import { node } from '../../support/node';

type Answer = { statusCode: number; headers: Record<string, string>; body?: string };

type Context = Parameters<typeof download>[0];

/** n8n with a network that only exists here: it answers for addresses, and notes who was asked. */
function stubbed(answers: Record<string, Answer>, blockedNames?: string[]) {
	const asked: string[] = [];
	const context = {
		getNode: () => node,
		helpers: {
			httpRequest: async ({ url }: IHttpRequestOptions) => {
				asked.push(url);
				const { body = '', ...answer } = answers[url];
				return { ...answer, body: Readable.from([Buffer.from(body)]) };
			},
			prepareBinaryData: async (stream: Readable) => {
				const chunks: Buffer[] = [];
				for await (const chunk of stream) chunks.push(chunk);
				return { data: Buffer.concat(chunks).toString('base64'), mimeType: 'text/plain' };
			},
			...(blockedNames !== undefined && {
				getSecureEgressFilter: (policy: string) => ({
					validateUrl: async ({ hostname }: URL) => {
						if (hostname === 'unknown.example.com') throw new Error('ENOTFOUND');
						return { ok: policy !== 'enforced' || !blockedNames.includes(hostname) };
					},
				}),
			}),
		},
	} as unknown as Context;
	return { context, asked };
}

const strict: DownloadLimits = { maxBytes: 1000, allowPrivateAddresses: false };
const found: Answer = { statusCode: 200, headers: {}, body: 'content' };
const movedTo = (location: string): Answer => ({ statusCode: 302, headers: { location } });
const fileAt = (url: string) => ({ url, name: 'a.txt' });

const privateAddresses = [
	'http://127.0.0.1/a',
	'http://127.1:8080/a',
	'http://2130706433/a',
	'http://0x7f000001/a',
	'http://0177.0.0.1/a',
	'http://0/a',
	'http://10.1.2.3/a',
	'http://172.31.255.255/a',
	'http://192.168.0.1/a',
	'http://100.64.0.1/a',
	'http://169.254.169.254/latest/meta-data',
	'http://198.18.0.1/a',
	'http://224.0.0.1/a',
	'http://255.255.255.255/a',
	'http://[::1]/a',
	'http://[::]/a',
	'http://[::ffff:127.0.0.1]/a',
	'http://[::ffff:8.8.8.8]/a',
	'http://[64:ff9b::7f00:1]/a',
	'http://[2002:7f00:1::]/a',
	'http://[2001:db8::1]/a',
	'http://[2001::1]/a',
	'http://[fc00::1]/a',
	'http://[fe80::1]/a',
	'http://[fec0::1]/a',
	'http://[ff02::1]/a',
	'http://localhost/a',
	'http://LOCALHOST./a',
	'http://files.localhost/a',
	'http://router/a',
	'http://printer.local/a',
	'http://metadata.google.internal/a',
	'http://nas.lan/a',
	'http://１２７.0.0.1/a',
	'https://user:password@10.0.0.1/a',
];

describe('A file at a private address', () => {
	it.each(privateAddresses)('is refused before anything is sent: %s', async (url) => {
		const { context, asked } = stubbed({});
		const error = await download(context, fileAt(url), strict).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			message: "The file 'a.txt' could not be downloaded",
			description: expect.stringContaining("turn on 'Allow Private Addresses' in the options"),
		});
		expect(asked).toEqual([]);
	});

	it('is refused when a public server sends on to it', async () => {
		const { context, asked } = stubbed({
			'https://files.example.com/a': movedTo('http://169.254.169.254/a'),
		});
		const result = download(context, fileAt('https://files.example.com/a'), strict);
		await expect(result).rejects.toMatchObject({
			description: expect.stringContaining('leads to 169.254.169.254'),
		});
		expect(asked).toEqual(['https://files.example.com/a']);
	});

	it('is refused when a public name resolves to it, where n8n can tell', async () => {
		const { context, asked } = stubbed({}, ['files.example.com']);
		const result = download(context, fileAt('https://files.example.com/a'), strict);
		await expect(result).rejects.toMatchObject({
			description: expect.stringContaining('leads to files.example.com'),
		});
		expect(asked).toEqual([]);
	});

	it('is fetched when the user allows it', async () => {
		const { context } = stubbed({ 'http://10.0.0.1/a': found }, ['10.0.0.1']);
		const limits = { ...strict, allowPrivateAddresses: true };
		const { bytes } = await download(context, fileAt('http://10.0.0.1/a'), limits);
		expect(bytes).toBe(7);
	});

	it('is fetched from the origin of the user’s own gateway, and from no other port of it', async () => {
		const { context, asked } = stubbed({ 'http://localhost:1234/a': found });
		const limits = { ...strict, trustedOrigin: 'http://localhost:1234' };
		await download(context, fileAt('http://localhost:1234/a'), limits);
		await expect(download(context, fileAt('http://localhost:1/a'), limits)).rejects.toThrow();
		expect(asked).toEqual(['http://localhost:1234/a']);
	});

	it('is never public, however many bits of it are random', () => {
		const octet = fc.integer({ min: 0, max: 255 });
		fc.assert(
			fc.property(octet, octet, octet, (a, b, c) => {
				for (const address of [`127.${a}.${b}.${c}`, `10.${a}.${b}.${c}`, `192.168.${a}.${b}`]) {
					const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
					for (const host of [address, String(number), `0x${number.toString(16)}`])
						expect(isPublicAddress(new URL(`http://${host}/`))).toBe(false);
					expect(isPublicAddress(new URL(`http://[::ffff:${address}]/`))).toBe(false);
				}
			}),
		);
	});
});

describe('A file at a public address', () => {
	it.each([
		'https://downloads.intercomcdn.com/i/o/1/a.png',
		'http://8.8.8.8/a',
		'http://172.32.0.1/a',
		'http://100.128.0.1/a',
		'http://[2606:4700::1111]/a',
	])('is public: %s', (url) => {
		expect(isPublicAddress(new URL(url))).toBe(true);
	});

	it('is fetched where its server sends on to, also relatively', async () => {
		const { context, asked } = stubbed(
			{
				'https://files.example.com/a': movedTo('/b'),
				'https://files.example.com/b': movedTo('https://unknown.example.com/c'),
				'https://unknown.example.com/c': found,
			},
			[],
		);
		const { bytes } = await download(context, fileAt('https://files.example.com/a'), strict);
		expect(bytes).toBe(7);
		expect(asked).toHaveLength(3);
	});

	it('is given up when its server sends on without end', async () => {
		const { context, asked } = stubbed({
			'https://files.example.com/a': movedTo('https://files.example.com/a'),
		});
		const result = download(context, fileAt('https://files.example.com/a'), strict);
		await expect(result).rejects.toMatchObject({
			description: 'Its server sends on to other addresses without end.',
		});
		expect(asked).toHaveLength(6);
	});

	it.each(['', 'ftp://files.example.com/a', 'file:///etc/passwd', 'javascript:1', 'a.txt'])(
		'has a web address: %j has none',
		async (url) => {
			const { context, asked } = stubbed({});
			await expect(download(context, fileAt(url), strict)).rejects.toMatchObject({
				description: 'It has no web address.',
			});
			expect(asked).toEqual([]);
		},
	);
});
