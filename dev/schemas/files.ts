import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { format, resolveConfig } from 'prettier';

import type { OutputSchema } from './infer';

/** Where n8n looks for a node's output previews: beside the node, by its version (n8n-core, resolveOutputSchemaPath). */
const directory = resolve(__dirname, '../../nodes/Intercom/__schema__/v1.0.0');

/** Replaces the previews of a resource, each in a file named after its operation. */
export async function writeSchemas(
	resource: string,
	schemas: Map<string, OutputSchema>,
): Promise<void> {
	const folder = join(directory, resource);
	await rm(folder, { recursive: true, force: true });
	if (schemas.size === 0) return;
	await mkdir(folder, { recursive: true });
	for (const [operation, schema] of schemas) {
		const file = join(folder, `${operation}.json`);
		const options = await resolveConfig(file);
		await writeFile(file, await format(JSON.stringify(schema), { ...options, filepath: file }));
	}
}
