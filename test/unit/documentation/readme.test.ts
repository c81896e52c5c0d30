import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { withOperationsTable } from '../../../dev/documentation/operations';
import { resources } from '../../../nodes/Intercom/resources';

const root = join(__dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('The README', () => {
	it('lists the operations as they are (npm run docs writes them)', () => {
		expect(withOperationsTable(readme, resources)).toBe(readme);
	});

	it('links only to files that exist', () => {
		const targets = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]);
		expect(targets.length).toBeGreaterThan(0);
		for (const target of targets) expect(() => readFileSync(join(root, target))).not.toThrow();
	});

	it('names scripts that exist', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			scripts: Record<string, string>;
		};
		const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1]);
		expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
	});
});
