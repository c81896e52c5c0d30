import { parameterInvalid } from './errors';

/** A whole number from a query or body, or the default when it is absent. */
export function readCount(
	value: unknown,
	name: string,
	bounds: { default: number; minimum: number; maximum: number },
): number {
	if (value === undefined || value === null) return bounds.default;
	const count = typeof value === 'number' ? value : Number(String(value));
	if (!Number.isInteger(count) || count < bounds.minimum || count > bounds.maximum) {
		throw parameterInvalid(
			`${name} must be a whole number between ${bounds.minimum} and ${bounds.maximum}`,
			name,
		);
	}
	return count;
}

/** A query parameter that is `true` or `false`; false when absent. */
export function readFlag(value: string | undefined, name: string): boolean {
	if (value === undefined || value === 'false') return false;
	if (value === 'true') return true;
	throw parameterInvalid(`${name} must be true or false`, name);
}
