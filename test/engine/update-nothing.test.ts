import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { isShown } from '../../nodes/Intercom/engine/endpoint';
import type { Operation, Parameter } from '../../nodes/Intercom/engine/operation';
import { resources } from '../../nodes/Intercom/resources';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode } from '../support/engine';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator();
});

afterAll(async () => {
	await emulator.close();
});

/** Updates that ask for what they change: without it they are refused under its own name. */
const askingForAll = ['admin setAway', 'conversationAttribute updateOption'];

const updates = resources.flatMap((resource) =>
	(resource.operations as Operation[])
		.filter(({ request, value }) => {
			const title = `${resource.value} ${value}`;
			return request?.startsWith('PUT ') === true && !askingForAll.includes(title);
		})
		.map(
			(operation) => [`${resource.name}: ${operation.name}`, resource.value, operation] as const,
		),
);

/** An ID for what must be named, as n8n stores it. */
function idOf({ type }: Parameter): unknown {
	return type === 'resourceLocator' ? { __rl: true, mode: 'id', value: '1' } : '1';
}

describe('An update with no field set', () => {
	it('can be asked for in 16 ways', () => {
		expect(updates.map(([title]) => title)).toHaveLength(16);
	});

	it.each(updates)(
		'is refused before anything is sent: %s',
		async (_title, resource, operation) => {
			const defaults = Object.fromEntries(
				operation.parameters.map((parameter) => [parameter.name, parameter.default]),
			);
			const required = operation.parameters.filter(
				(parameter) => parameter.required === true && isShown(parameter, defaults),
			);
			const { error } = await runNode({
				parameters: {
					resource,
					operation: operation.value,
					...Object.fromEntries(required.map((parameter) => [parameter.name, idOf(parameter)])),
				},
				credentials: emulator.credentials(),
			});
			expect(error?.message).toBe('There is nothing to update: no field is filled in [item 0]');
			expect(emulator.requests).toEqual([]);
		},
	);
});
