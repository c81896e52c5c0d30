import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { resources } from '../../nodes/Intercom/resources';
import { samples } from '../contract/samples';
import { Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator } from '../support/emulator';
import type { CheckedEmulator } from '../support/emulator';
import { handedToModel, nodeTool } from '../support/tool';

const operations = resources.flatMap(({ name, value: resource, operations }) =>
	operations.map(({ name: label, value: operation, parameters }) => ({
		title: `${name}: ${label}`,
		resource,
		operation,
		subject: name,
		parameters,
	})),
);

/** Operations whose purpose is better said without the resource's own name. */
const saidOtherwise = new Set(['contact/merge', 'customAction/call']);

describe('An AI tool', () => {
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

	function descriptionOf({ resource, operation }: { resource: string; operation: string }): string {
		return nodeTool({ resource, operation }, emulator.credentials()).description;
	}

	it('has a purpose of its own', () => {
		const descriptions = operations.map(descriptionOf);
		const repeated = descriptions.filter((text, index) => descriptions.indexOf(text) !== index);
		expect(repeated).toEqual([]);
	});

	it('says what it does, with what, and where', () => {
		const unclear = operations.filter((tool) => {
			const description = descriptionOf(tool);
			const subject = new RegExp(`\\b${tool.subject.replace(/y$/, '(y|ies)')}`, 'i');
			const isNamed = subject.test(description);
			const isExcused = saidOtherwise.has(`${tool.resource}/${tool.operation}`);
			return !/^[A-Z][a-z]+ .+ in Intercom$/.test(description) || isNamed === isExcused;
		});
		expect(unclear.map(({ title }) => title)).toEqual([]);
	});

	it('asks for few things', () => {
		const demanding = operations.filter(
			({ parameters }) =>
				parameters.filter(({ required, displayOptions }) => required && !displayOptions).length > 4,
		);
		expect(demanding.map(({ title }) => title)).toEqual([]);
	});

	it('takes arguments of the types that it announces', async () => {
		const email = workspace.newEmail();
		await workspace.user({ email });
		const { parameters } = handedToModel('contact', 'get', { by: 'email', email });
		const tool = nodeTool(parameters, emulator.credentials());

		await expect(tool.call({ email: 42 })).rejects.toThrow();
		const { json } = await tool.call({ email });

		expect(json).toEqual([expect.objectContaining({ email })]);
	});

	it.each(operations)(
		'works with what a model fills in: $title',
		async ({ resource, operation }) => {
			const sample = samples[resource]?.[operation];
			if (sample === undefined)
				throw new Error(`test/contract/samples/${resource}.ts lacks a sample`);
			for (const { parameters } of await sample(workspace)) {
				const tool = handedToModel(resource, operation, parameters);
				const { error, status } = await nodeTool(tool.parameters, emulator.credentials()).call(
					tool.given,
				);
				expect(error).toBeUndefined();
				expect(status).toBe('success');
			}
		},
	);
});
