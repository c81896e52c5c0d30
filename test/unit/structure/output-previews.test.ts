import '../../support/n8n-environment';

import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { loadOutputSchema } from 'n8n-core';

import { schemasOf } from '../../../dev/schemas/schemas';
import { resources } from '../../../nodes/Intercom/resources';
import { root } from './source-files';

const nodeDir = join(root, 'dist/nodes/Intercom');

/** The previews in the repository, as `resource/operation`. */
function previews(): string[] {
	const folder = join(root, 'nodes/Intercom/__schema__/v1.0.0');
	return readdirSync(folder).flatMap((resource) =>
		readdirSync(join(folder, resource)).map((file) => `${resource}/${file.replace('.json', '')}`),
	);
}

/** A preview as n8n finds it in the built package. */
function loaded(resource: string, operation: string): unknown {
	return loadOutputSchema({ nodeDir, version: 1, resource, operation });
}

describe('The output previews', () => {
	it.each(resources)(
		'of $value are those of its output (npm run schemas writes them)',
		async (resource) => {
			const schemas = await schemasOf(resource);
			for (const [operation, schema] of schemas) {
				expect({ operation, schema: loaded(resource.value, operation) }).toEqual({
					operation,
					schema,
				});
				// What n8n's editor asks of a preview; it ignores others.
				expect(schema).toMatchObject({ type: 'object', properties: expect.anything() });
			}
			const own = previews().filter((name) => name.startsWith(`${resource.value}/`));
			expect(own.sort()).toEqual(
				[...schemas.keys()].map((name) => `${resource.value}/${name}`).sort(),
			);
		},
	);

	it('belong to resources that exist', () => {
		const values = new Set(resources.map(({ value }) => value));
		expect(previews().filter((name) => !values.has(name.split('/')[0]))).toEqual([]);
	});
});
