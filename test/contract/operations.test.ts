import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { resources } from '../../nodes/Intercom/resources';
import { startCheckedEmulator } from '../support/emulator';
import type { CheckedEmulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { routesOf, shapeOf } from './coverage';
import { findDescription, howToGetDescription } from './description';
import { samples } from './samples';
import { Workspace } from './samples/workspace';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		title: `${resource.name}: ${operation.name}`,
		resource: resource.value,
		operation,
	})),
);

if (findDescription() === undefined) {
	it.skip(howToGetDescription, () => {});
} else {
	describe('requests that the description accepts', () => {
		let emulator: CheckedEmulator;
		let workspace: Workspace;

		beforeAll(async () => {
			emulator = await startCheckedEmulator();
			workspace = new Workspace(emulator);
		});
		afterEach(() => {
			emulator.settings.searchLagMilliseconds = 0;
			emulator.assertClean();
		});
		afterAll(async () => await emulator.close());

		it.each(operations)('$title', async ({ resource, operation }) => {
			const sample = samples[resource]?.[operation.value];
			if (sample === undefined) throw new Error(`test/contract/samples/${resource}.ts lacks one`);
			const runs = await sample(workspace);
			emulator.accepted.clear();
			for (const { parameters } of runs) {
				const { error, status } = await runNode({
					parameters: { resource, operation: operation.value, ...parameters },
					credentials: emulator.credentials(),
				});
				expect(error).toBeUndefined();
				expect(status).toBe('success');
			}
			const accepted = [...emulator.accepted].map(shapeOf);
			expect(accepted).toEqual(expect.arrayContaining(routesOf(operation).map(shapeOf)));
			expect(accepted).not.toEqual([]);
		});
	});
}

it('has samples for operations that exist', () => {
	const known = operations.map(({ resource, operation }) => `${resource} ${operation.value}`);
	const sampled = Object.entries(samples).flatMap(([resource, list]) =>
		Object.keys(list).map((operation) => `${resource} ${operation}`),
	);
	expect(known).toEqual(expect.arrayContaining(sampled));
});
