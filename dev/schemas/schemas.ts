import type { Resource } from '../../nodes/Intercom/engine/operation';
import { completeSchema } from './complete';
import { inferSchema, type OutputSchema } from './infer';
import { outputsOf } from './outputs';

/** Operations that have no preview, because what they return depends on what the user asks for. */
const withoutPreview = new Set(['customAction/call']);

/**
 * The schemas of what a resource's operations return by default, by the operation's value. Records
 * of one resource look alike, so its operations fill each other's gaps.
 *
 * @throws Error when an operation has no sample, or when one fails or returns no item
 */
export async function schemasOf({
	value: resource,
	operations,
}: Resource): Promise<Map<string, OutputSchema>> {
	const shown = operations.filter(({ value }) => !withoutPreview.has(`${resource}/${value}`));
	if (shown.length === 0) return new Map();
	const outputs = await outputsOf(resource, shown);
	const inferred = [...outputs].map(([operation, output]) => ({
		operation,
		schema: inferSchema(output),
	}));
	const all = inferred.map(({ schema }) => schema);
	return new Map(inferred.map(({ operation, schema }) => [operation, completeSchema(schema, all)]));
}
