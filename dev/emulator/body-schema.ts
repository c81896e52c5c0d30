import type { JsonSchema } from './route';

/** Field types for request bodies, to be combined with {@link bodyOf}. */
export const text = { type: 'string' } as const;
export const textOrNull = { type: ['string', 'null'] } as const;
export const integer = { type: 'integer' } as const;
export const integerOrNull = { type: ['integer', 'null'] } as const;
export const flag = { type: 'boolean' } as const;
export const flagOrNull = { type: ['boolean', 'null'] } as const;
/** An object whose keys the description leaves open, such as custom attributes. */
export const openObject = { type: 'object' } as const;
export const openObjectOrNull = { type: ['object', 'null'] } as const;

/** A list whose entries have that schema. */
export function listOf(entry: JsonSchema): JsonSchema {
	return { type: 'array', items: entry };
}

/** A text out of a fixed set. */
export function oneOfTexts(...values: readonly string[]): JsonSchema {
	return { type: 'string', enum: values };
}

/**
 * An object that has these fields and no others: a field that is missing here is refused, so that
 * a typo in a client never passes.
 */
export function bodyOf(
	fields: Readonly<Record<string, JsonSchema>>,
	required: readonly string[] = [],
): JsonSchema {
	return { type: 'object', properties: fields, required, additionalProperties: false };
}
