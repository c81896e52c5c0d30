import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { resources } from '../../../nodes/Intercom/resources';
import { root } from './source-files';

const loadModule = createRequire(__filename);
const folder = join(root, 'nodes/Intercom/resources');

const operations = resources.flatMap(({ value: resource, operations }) =>
	operations.map((operation) => ({ resource, value: operation.value, operation })),
);

/** What a file of a resource's folder exports. */
function exportsOf(resource: string, file: string): unknown[] {
	return Object.values(loadModule(join(folder, resource, file)) as Record<string, unknown>);
}

function byName(a: { name: string }, b: { name: string }): number {
	return a.name.localeCompare(b.name);
}

describe('The resources', () => {
	it('stand in alphabetical order, each in a folder named after its value', () => {
		const values = resources.map(({ value }) => value);
		expect(values).toEqual([...values].sort());
		const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
			entry.isDirectory(),
		);
		expect(folders.map(({ name }) => name).sort()).toEqual([...values].sort());
	});

	it.each(resources)('$value lists its operations in alphabetical order', ({ operations }) => {
		expect(operations.map(({ name }) => name)).toEqual(
			[...operations].sort(byName).map(({ name }) => name),
		);
	});

	it.each(operations)('$resource/$value.ts holds that operation', (entry) => {
		expect(exportsOf(entry.resource, entry.value)).toContain(entry.operation);
	});
});

describe('The operations', () => {
	it('have values of their own within a resource', () => {
		const names = operations.map(({ resource, value }) => `${resource}/${value}`);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	it('say what they do in a sentence without articles', () => {
		const wrong = operations
			.map(({ operation }) => operation.action)
			.filter((action) => !/^[A-Z][^.]*$/.test(action) || /\b(a|an|the)\b/i.test(action));
		expect(wrong).toEqual([]);
	});
});
