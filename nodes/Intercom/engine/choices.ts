import { convert, isEmpty } from './convert';
import { isShown } from './endpoint';
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
		const value = read(parameter.name);
		if (parameter.type === 'collection') Object.assign(values, value);
		else values[parameter.name] = convert(parameter, value, timezone);
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
	const output = operation.list === undefined ? undefined : values.output;
	const usual: Output = values.simplify === true ? 'simplified' : 'raw';
	return {
		returnAll: values.returnAll === true,
		limit: typeof values.limit === 'number' ? values.limit : 50,
		output: isEmpty(output) ? usual : (output as Output),
		selectedFields: (values.selectedFields ?? []) as string[],
		pageSize: values.pageSize as number | undefined,
		startingAfter: values.startingAfter as string | undefined,
		readInParallel: values.readInParallel as boolean | undefined,
	};
}
