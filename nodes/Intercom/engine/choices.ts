import { children, convert } from './convert';
import { given, isShown, requireFilled } from './endpoint';
import { engineParameters, type Output } from './list-parameters';
import type { Operation, Parameter, Values } from './operation';

/** The user's choices for lists and shapes, read from the engine's own parameters. */
export interface Choices {
	returnAll: boolean;
	limit: number;
	output: Output;
	selectedFields: string[];
	pageSize?: number;
	startingAfter?: string;
	/** Undefined: as the list does by default. */
	readInParallel?: boolean;
}

/** The values of parameters that depend only on each other, converted. */
function readValues(
	parameters: Parameter[],
	read: (name: string) => unknown,
	timezone: string,
): Values {
	const values: Values = {};
	for (const parameter of parameters) {
		if (!isShown(parameter, values)) continue;
		const value = given(parameter, read);
		if (parameter.type === 'collection') {
			for (const [child, field] of children(parameter, value, timezone)) values[child.name] = field;
			continue;
		}
		values[parameter.name] = convert(parameter, value, timezone);
		requireFilled(parameter, values[parameter.name]);
	}
	return values;
}

/**
 * What the user chose in the engine's own parameters; where an operation brings parameters of the
 * same names itself, those count. What an expression leaves empty means the default.
 *
 * @throws InputError naming the parameter
 */
export function choicesFor(
	operation: Operation,
	own: Values,
	read: (name: string) => unknown,
	timezone: string,
): Choices {
	const values = { ...own, ...readValues(engineParameters(operation), read, timezone) };
	const defaultOutput: Output = values.simplify === true ? 'simplified' : 'raw';
	return {
		returnAll: values.returnAll === true,
		limit: typeof values.limit === 'number' ? values.limit : 50,
		output: operation.list === undefined ? defaultOutput : (values.output as Output),
		selectedFields: Array.isArray(values.selectedFields) ? values.selectedFields : [],
		pageSize: typeof values.pageSize === 'number' ? values.pageSize : undefined,
		startingAfter: typeof values.startingAfter === 'string' ? values.startingAfter : undefined,
		readInParallel: typeof values.readInParallel === 'boolean' ? values.readInParallel : undefined,
	};
}
