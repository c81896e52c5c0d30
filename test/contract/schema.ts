/** A schema object, of OpenAPI 3.0 or of JSON Schema. */
export type Schema = Record<string, unknown>;

/** The id under which {@link toDefinitions} expects to be registered. */
export const definitionsId = 'intercom';

/** Keywords that mean the same in OpenAPI 3.0 and in JSON Schema. */
const copied = [
	'type',
	'enum',
	'required',
	'pattern',
	'minimum',
	'maximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
	'uniqueItems',
];

/**
 * Formats that hold. The others are remarks: `uuid` stands on ids of 24 hexadecimal digits and on request ids
 * such as `test-uuid-replacement`, `uri` on paths, `email` on empty text, `date-time` on Unix seconds.
 */
const checkedFormats = new Set(['date', 'date-time']);

type Schemas = Record<string, Schema>;

/** Turns the description's components into one JSON Schema document with all of them under `$defs`. */
export function toDefinitions(schemas: Schemas): Schema {
	return {
		$id: definitionsId,
		$defs: mapValues(schemas, (schema) => translate(schema, schemas)),
	};
}

/**
 * Turns a schema of OpenAPI 3.0 into one of JSON Schema 2019-09 that also refuses fields it doesn't know.
 *
 * - `nullable` becomes a choice with null.
 * - `oneOf` becomes `anyOf`: Intercom's branches overlap, so "exactly one" would refuse good data.
 * - Objects with described fields are closed with `unevaluatedProperties`, which looks through `allOf`,
 *   `anyOf` and references. Objects without any described field, such as custom attributes, stay open.
 */
export function toStrictSchema(schema: Schema, schemas: Schemas): Schema {
	const translated = translate(schema, schemas);
	if (!describesFields(schema, schemas)) return translated;
	return { ...translated, unevaluatedProperties: false };
}

function translate(schema: Schema, schemas: Schemas): Schema {
	const { nullable, ...rest } = schema;
	if (nullable === true) {
		return { anyOf: [{ type: 'null' }, translate(withoutNull(rest), schemas)] };
	}
	if (typeof schema.$ref === 'string') {
		return { $ref: `${definitionsId}#/$defs/${componentName(schema.$ref)}` };
	}
	const result: Schema = {};
	for (const keyword of copied) {
		if (keyword in schema) result[keyword] = schema[keyword];
	}
	if (schema.type === 'string' && checkedFormats.has(String(schema.format))) {
		result.format = schema.format;
	}
	const strict = (inner: Schema) => toStrictSchema(inner, schemas);
	if (schema.properties) result.properties = mapValues(schema.properties as Schemas, strict);
	if (schema.items) result.items = strict(schema.items as Schema);
	if (isSchema(schema.additionalProperties)) {
		result.additionalProperties = strict(schema.additionalProperties);
	} else if (typeof schema.additionalProperties === 'boolean') {
		result.additionalProperties = schema.additionalProperties;
	} else if (schema.type === 'object' && !describesFields(schema, schemas)) {
		result.additionalProperties = true;
	}
	const combined = choices(schema).map((branches) => ({
		anyOf: branches.map((branch) => translate(branch, schemas)),
	}));
	const all = ((schema.allOf ?? []) as Schema[]).map((branch) => translate(branch, schemas));
	if (combined.length + all.length > 0) result.allOf = [...all, ...combined];
	return result;
}

/** Whether a schema names at least one field of an object, itself or in a branch. */
function describesFields(schema: Schema, schemas: Schemas, seen = new Set<string>()): boolean {
	if (typeof schema.$ref === 'string') {
		const name = componentName(schema.$ref);
		if (seen.has(name)) return false;
		return describesFields(schemas[name] ?? {}, schemas, new Set([...seen, name]));
	}
	if (Object.keys((schema.properties ?? {}) as Schema).length > 0) return true;
	const branches = [...((schema.allOf ?? []) as Schema[]), ...choices(schema).flat()];
	return branches.some((branch) => describesFields(branch, schemas, seen));
}

function choices(schema: Schema): Schema[][] {
	return [schema.anyOf, schema.oneOf].filter(Array.isArray) as Schema[][];
}

/** Null is a branch of its own, so the rest needn't repeat it. */
function withoutNull(schema: Schema): Schema {
	if (!Array.isArray(schema.enum)) return schema;
	return { ...schema, enum: schema.enum.filter((value) => value !== null) };
}

function componentName(reference: string): string {
	return reference.replace('#/components/schemas/', '');
}

function isSchema(value: unknown): value is Schema {
	return typeof value === 'object' && value !== null;
}

function mapValues(record: Schemas, change: (schema: Schema) => Schema): Schemas {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
