/** JSON types of a field, e.g. `['null', 'string']`. */
export type FieldTypes = readonly string[];

/**
 * The fields of an answer with the types that were seen. A path joins names with dots; `[]` is an array's element,
 * `custom_attributes.*` any custom attribute, `(root)` the answer itself.
 */
export type Shape = Readonly<Record<string, FieldTypes>>;

/** The path of the answer itself. */
export const root = '(root)';

/** Collects the shape of several answers of one route. */
export class ShapeCollector {
	private readonly types = new Map<string, Set<string>>();

	/** Adds an answer's fields. */
	add(answer: unknown): void {
		this.visit('', answer);
	}

	/** What has been seen so far. */
	get shape(): Shape {
		return Object.fromEntries([...this.types].map(([path, types]) => [path, [...types].sort()]));
	}

	private visit(path: string, value: unknown): void {
		const name = path === '' ? root : path;
		const types = this.types.get(name) ?? new Set();
		this.types.set(name, types.add(jsonType(value)));
		if (Array.isArray(value)) {
			for (const element of value) this.visit(`${path}[]`, element);
		} else if (typeof value === 'object' && value !== null) {
			const isOpen = path.split('.').at(-1) === 'custom_attributes';
			for (const [key, inner] of Object.entries(value)) {
				this.visit(`${path === '' ? '' : `${path}.`}${isOpen ? '*' : key}`, inner);
			}
		}
	}
}

/** One disagreement between recorded answers and ours. */
export interface Difference {
	/** Path of the field. */
	field: string;
	/** What is different, in words. */
	message: string;
}

/**
 * Compares the answers of one route.
 *
 * - Every recorded field, with each type that was seen, must be among our answers.
 * - Where a recorded field ever held a value, ours hold no other type.
 * - A field of ours that was never recorded is a difference, too, unless the recordings can't tell because what would
 *   hold it was always null, an empty list or an empty object.
 */
export function compareShapes(recorded: Shape, answered: Shape): Difference[] {
	const differences = Object.entries(recorded).flatMap(([field, types]): Difference[] => {
		const ours = answered[field];
		if (ours === undefined) return [{ field, message: `is missing (${types.join('|')})` }];
		const lacking = types.filter((type) => !ours.includes(type));
		const values = types.filter((type) => type !== 'null');
		const others = ours.filter((type) => type !== 'null' && !values.includes(type));
		const message = [
			...(lacking.length > 0 ? [`is never ${lacking.join('|')}`] : []),
			...(values.length > 0 && others.length > 0
				? [`is ${others.join('|')} instead of ${values.join('|')}`]
				: []),
		].join(' and ');
		return message === '' ? [] : [{ field, message }];
	});
	const unknown = Object.keys(answered)
		.filter((field) => !(field in recorded) && isTold(recorded, field))
		.map((field) => ({ field, message: 'is not in recorded answers' }));
	return [...differences, ...unknown];
}

/** Whether the recordings show what is in the object or list that holds a field. */
function isTold(recorded: Shape, field: string): boolean {
	const parent = field.endsWith('[]') ? field.slice(0, -2) : field.replace(/\.?[^.]+$/, '');
	const start = field.endsWith('[]') ? `${parent}[]` : parent === '' ? '' : `${parent}.`;
	return Object.keys(recorded).some((path) => path !== root && path.startsWith(start));
}

function jsonType(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}
