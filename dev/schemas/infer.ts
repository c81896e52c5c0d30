/**
 * A JSON schema in the words that n8n's editor reads: it opens a field only where `type` is exactly
 * `object` or `array`, and knows neither `anyOf` nor `$ref` (seen in n8n 2.40's schema view). That is
 * why a value that may be null is marked `nullable`, as OpenAPI 3.0 does, instead of having two types.
 */
export interface OutputSchema {
	type: string | string[];
	nullable?: true;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

/** Objects whose fields each workspace names itself: a sample's names say nothing to others. */
const namedByWorkspace = new Set(['custom_attributes', 'metadata', 'ticket_attributes']);

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

/** The types of values, alphabetical; whole numbers count as numbers where others are not whole. */
function typesOf(values: unknown[]): string[] {
	const types = new Set(values.map(typeOf));
	if (types.has('number')) types.delete('integer');
	return [...types].sort();
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeOf(value) === 'object';
}

function inferField(name: string, values: unknown[]): OutputSchema {
	const { properties, ...rest } = inferSchema(values);
	return properties === undefined || namedByWorkspace.has(name) ? rest : { ...rest, properties };
}

function propertiesOf(objects: Array<Record<string, unknown>>): Record<string, OutputSchema> {
	const names = [...new Set(objects.flatMap((object) => Object.keys(object)))].sort();
	return Object.fromEntries(
		names.map((name) => {
			// Not just any object that has it: names such as `toString` stand on every prototype.
			const owners = objects.filter((object) => Object.hasOwn(object, name));
			const values = owners.map((object) => object[name]).filter((value) => value !== undefined);
			return [name, inferField(name, values)];
		}),
	);
}

/**
 * The schema that all the values fit: the types that occur and the fields of objects, in
 * alphabetical order. It keeps no value and says nothing about which fields must be there.
 *
 * @param values as JSON has them, at least one
 */
export function inferSchema(values: unknown[]): OutputSchema {
	const types = typesOf(values);
	const named = types.length > 1 ? types.filter((type) => type !== 'null') : types;
	const properties = propertiesOf(values.filter(isObject));
	const members = values.filter((value) => Array.isArray(value)).flat(1);
	return {
		type: named.length === 1 ? named[0] : named,
		...(named.length < types.length && { nullable: true }),
		...(Object.keys(properties).length > 0 && { properties }),
		...(members.length > 0 && { items: inferSchema(members) }),
	};
}
