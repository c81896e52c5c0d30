import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { download } from '../../../nodes/Intercom/client/download';
import { connectionCode } from '../../../nodes/Intercom/client/intercom-error';
import { attempt, type Connection } from '../../../nodes/Intercom/client/request';
import { node } from '../../support/node';

let server: Server;
let url: string;

/** A server that answers at once and then with one letter every 20 ms, without end. */
beforeAll(async () => {
	server = createServer((_, response) => {
		response.writeHead(200, { 'content-type': 'text/plain' });
		const drip = setInterval(() => response.write('x'), 20);
		response.on('close', () => clearInterval(drip));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** n8n as far as requests need it: with a credential it takes the signal of its context and no other. */
function contextWith(cancelled?: AbortSignal) {
	return {
		getNode: () => node,
		getExecutionCancelSignal: () => cancelled,
		helpers: {
			async httpRequestWithAuthentication(
				this: { getExecutionCancelSignal(): AbortSignal | undefined },
				_: string,
				options: IHttpRequestOptions,
			) {
				const signal = this.getExecutionCancelSignal();
				const answer = await fetch(options.url, { signal });
				return { statusCode: 200, headers: {}, body: await answer.text() };
			},
			async httpRequest({ url: address, abortSignal }: IHttpRequestOptions) {
				const answer = await fetch(address, { signal: abortSignal as AbortSignal });
				return { statusCode: 200, headers: {}, body: Readable.fromWeb(answer.body as never) };
			},
			async prepareBinaryData(stream: Readable) {
				const chunks: Buffer[] = [];
				for await (const chunk of stream) chunks.push(Buffer.from(chunk));
				return { data: Buffer.concat(chunks).toString('base64'), mimeType: 'text/plain' };
			},
		},
	};
}

function connectionWith(signal?: AbortSignal): Connection {
	return { context: contextWith(signal), credentialType: 'x', baseUrl: url, signal } as never;
}

const request = { method: 'GET', path: '/', repeatable: true, timeout: 200 } as const;

describe('An answer that drips', () => {
	it('ends its attempt in time, like a connection that timed out', async () => {
		const start = Date.now();
		const error = await attempt(connectionWith(), request).catch((thrown: unknown) => thrown);
		expect(connectionCode(error)).toBe('ETIMEDOUT');
		expect(Date.now() - start).toBeLessThan(2000);
	});

	it('ends as well when the execution is cancelled, and is not taken for a timeout', async () => {
		const signal = AbortSignal.timeout(100);
		const sent = attempt(connectionWith(signal), { ...request, timeout: 60_000 });
		const error = await sent.catch((thrown: unknown) => thrown);
		expect(signal.aborted).toBe(true);
		expect(connectionCode(error)).not.toBe('ETIMEDOUT');
	});

	it('ends its download in time, once, and says so', async () => {
		const context = contextWith() as unknown as Parameters<typeof download>[0];
		const file = { url: `${url}/a`, name: 'a.txt', size: 10_000 };
		const limits = { maxBytes: 1_000_000, allowPrivateAddresses: true, patience: 200 };
		const start = Date.now();
		await expect(download(context, file, limits)).rejects.toMatchObject({
			message: "The file 'a.txt' could not be downloaded",
			description:
				'Its server sends it too slowly: it was not complete after 1 s. Try again later.',
		});
		expect(Date.now() - start).toBeLessThan(2000);
	});
});
