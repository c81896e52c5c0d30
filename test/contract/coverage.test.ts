import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { resources } from '../../nodes/Intercom/resources';
import { coverageFile, coverageOf, renderCoverage, unknownRoutes } from './coverage';
import { howToGetDescription, loadDescription } from './description';

const description = loadDescription();

if (description === undefined) {
	it.skip(howToGetDescription, () => {});
} else {
	const rows = coverageOf(description, resources);

	describe('the coverage table', () => {
		it('has every operation of the description', () => {
			expect(rows).toHaveLength(231);
		});

		it('is the one in docs; write it anew with: npm run coverage', () => {
			expect(readFileSync(coverageFile, 'utf8')).toBe(
				renderCoverage(description.info.version, rows),
			);
		});
	});

	it('knows every route that an operation declares', () => {
		expect(unknownRoutes(description, resources)).toEqual([]);
	});
}
