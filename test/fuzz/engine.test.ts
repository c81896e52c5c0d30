import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { runNode } from '../support/engine';
import { Random } from '../simulation/random';
import { hostileExpressions } from './hostile-values';
import { allSlots } from './slots';
import { faultsOfError, faultsOfRequest } from './verdict';

/** A fraction of the cases: each runs in n8n's own engine, which takes milliseconds. */
const count = Math.ceil(Number(process.env.FUZZ_CASES ?? 1_700) / 40);
const seed = Number(process.env.FUZZ_SEED ?? 20_260_131);

const paths: string[] = [];
let server: Server;

beforeAll(async () => {
	server = createServer((request, response) => {
		paths.push(`${request.method} ${request.url}`);
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ type: 'record', id: '1', data: [] }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
	server.close();
});

it(
	`${count} hostile expressions in n8n's own engine give a clear error or a sensible request`,
	async () => {
		const random = new Random(seed);
		// n8n takes no expression for its own choices of resources, and none for whole collections.
		const slots = allSlots().filter(
			({ chain }) =>
				!['collection', 'fixedCollection', 'resourceMapper'].includes(chain[chain.length - 1].type),
		);
		const { port } = server.address() as AddressInfo;
		const found: string[] = [];
		let told = 0;
		for (let index = 0; index < count; index += 1) {
			const { resource, operation, chain, title, filledWith } = random.pick(slots);
			const expression = random.pick(hostileExpressions);
			paths.length = 0;
			const { error } = await runNode({
				parameters: { resource, operation: operation.value, ...filledWith(expression) },
				credentials: {
					type: 'intercomAccessTokenApi',
					data: { accessToken: 'secret', baseUrl: `http://127.0.0.1:${port}` },
				},
			}).catch((thrown: Error) => ({ error: undefined, thrown }));
			const faults = paths.flatMap((line) => {
				const [method, url] = line.split(' ');
				const path = new URL(url, 'http://127.0.0.1').pathname;
				return faultsOfRequest({ method, path }, expression, undefined);
			});
			if (error !== undefined)
				faults.push(
					...faultsOfError(
						error,
						[...chain, ...operation.parameters].map(({ displayName }) => displayName),
						expression,
						paths.length > 0,
					),
				);
			if (error !== undefined || paths.length > 0) told += 1;
			found.push(...faults.map((fault) => `${title} = ${expression}\n\t${fault}`));
		}
		expect(found.join('\n')).toBe('');
		// The rest n8n itself refuses to start.
		expect(told).toBeGreaterThan(count / 2);
	},
	120_000 + 200 * count,
);
