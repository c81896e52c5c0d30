import { afterAll, afterEach, beforeAll } from '@jest/globals';

import type { RecordedRequest } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from './emulator';
import { runNode, type NodeRun } from './engine';

/** The operations of one resource, run against an emulator that lives as long as the test file. */
export interface ResourceUnderTest {
	/** The emulator; there once the tests run. */
	emulator: CheckedEmulator;
	/** Runs an operation; for one empty item unless items are given. */
	run(
		operation: string,
		parameters?: Record<string, unknown>,
		items?: Array<Record<string, unknown>>,
	): Promise<NodeRun>;
	/**
	 * The output of an operation that must succeed.
	 *
	 * @throws Error with what the node says when it fails
	 */
	output(
		operation: string,
		parameters?: Record<string, unknown>,
	): Promise<Array<Record<string, unknown>>>;
	/** What a user reads when an operation fails: message and description in one text. */
	failure(operation: string, parameters?: Record<string, unknown>): Promise<string>;
	/** The last request that reached the emulator. */
	lastRequest(): RecordedRequest;
}

/** A record chosen by ID, as n8n stores it. */
export function byId(value: unknown): Record<string, unknown> {
	return { __rl: true, mode: 'id', value };
}

/**
 * Starts an emulator for the tests of a file and checks after each of them that all requests and
 * answers agreed with Intercom's description. Call it once, at the top.
 */
export function testResource(resource: string): ResourceUnderTest {
	let started: CheckedEmulator | undefined;
	const running = () => {
		if (started === undefined) throw new Error('The emulator starts with the tests');
		return started;
	};
	beforeAll(async () => {
		started = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	});
	afterEach(() => running().assertClean());
	afterAll(async () => await started?.close());

	const run: ResourceUnderTest['run'] = async (operation, parameters = {}, items) =>
		await runNode({
			parameters: { resource, operation, ...parameters },
			items,
			credentials: running().credentials(),
		});
	return {
		get emulator() {
			return running();
		},
		run,
		output: async (operation, parameters) => {
			const { json, error } = await run(operation, parameters);
			if (error !== undefined) throw new Error(`${error.message}: ${error.description}`);
			return json;
		},
		failure: async (operation, parameters) => {
			const { error } = await run(operation, parameters);
			return error === undefined ? '' : `${error.message} ${error.description}`;
		},
		lastRequest: () => {
			const { requests } = running();
			return requests[requests.length - 1];
		},
	};
}
