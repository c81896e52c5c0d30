import type { OutputSchema } from './infer';

function isKnown(schema: OutputSchema): boolean {
	return schema.type !== 'null';
}

function present<Value>(value: Value | undefined): value is Value {
	return value !== undefined;
}

/**
 * Learns from schemas of records of the same kind what a sample left open: the type of a field that
 * was null in it, and the members of a list that was empty. Adds no field.
 */
export function completeSchema(schema: OutputSchema, others: OutputSchema[]): OutputSchema {
	const known = others.filter(isKnown);
	if (!isKnown(schema)) return known.length === 0 ? schema : { ...known[0], nullable: true };
	const { properties, items } = schema;
	const otherItems = known.map((other) => other.items).filter(present);
	const completed: OutputSchema = { ...schema };
	if (properties !== undefined)
		completed.properties = Object.fromEntries(
			Object.entries(properties).map(([name, property]) => {
				const same = known.map((other) => other.properties?.[name]).filter(present);
				return [name, completeSchema(property, same)];
			}),
		);
	if (items !== undefined) completed.items = completeSchema(items, otherItems);
	else if (schema.type === 'array' && otherItems.length > 0) completed.items = otherItems[0];
	return completed;
}
