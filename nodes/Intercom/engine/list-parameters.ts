import type { ListParts, Operation, Parameter } from './operation';

/** How a list or a large record is handed out. */
export type Output = 'page' | 'raw' | 'selected' | 'simplified';

const simplify: Parameter = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	wire: { to: 'none' },
};

const returnAll: Parameter = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
	displayOptions: { hide: { output: ['page'] } },
	wire: { to: 'none' },
};

const limit: Parameter = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] }, hide: { output: ['page'] } },
	wire: { to: 'none' },
};

const outputs: Record<Output, { name: string; value: Output; description: string }> = {
	page: {
		name: 'Full Page',
		value: 'page',
		description: 'One page as Intercom sends it, with its cursor, as a single item',
	},
	raw: { name: 'Raw', value: 'raw', description: 'Each record as Intercom sends it' },
	selected: {
		name: 'Selected Fields',
		value: 'selected',
		description: 'Only the fields you name, which saves room in the context of an AI model',
	},
	simplified: {
		name: 'Simplified',
		value: 'simplified',
		description: 'The most useful fields of each record, without nesting',
	},
};

const selectedFields: Parameter = {
	displayName: 'Fields',
	name: 'selectedFields',
	type: 'string',
	required: true,
	default: 'id',
	placeholder: 'e.g. email, name, custom_attributes.plan',
	description: 'The fields to return, separated by commas; dots reach into nested fields',
	displayOptions: { show: { output: ['selected'] } },
	wire: { to: 'none', as: 'commaList' },
};

// The defaults that depend on the operation are put in below: n8n's lint wants them written out here.
const output: Parameter = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	noDataExpression: true,
	default: '',
	description: 'What to return for each record',
	wire: { to: 'none' },
};

const pageSize: Parameter = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 50,
	description: 'How many records to ask for in one request. Larger pages need fewer requests.',
	wire: { to: 'none' },
};

const startAfter: Parameter = {
	displayName: 'Start After',
	name: 'startingAfter',
	type: 'string',
	default: '',
	description:
		'The cursor of the page to go on from: <code>pages.next.starting_after</code> of an earlier full page',
	wire: { to: 'none' },
};

const readInParallel: Parameter = {
	displayName: 'Read in Parallel',
	name: 'readInParallel',
	type: 'boolean',
	default: true,
	wire: { to: 'none' },
};

/** What a user should know before choosing, by whether large lists are read in parts anyway. */
function parallelHint({ byDefault }: ListParts): string {
	return byDefault
		? 'Whether "Return All" reads large results in several parts at once, by the time records were created. That is faster and takes a few more requests. Results sorted by anything else are read in one go.'
		: 'Whether "Return All" reads large lists in several parts at once, through Intercom\'s search. That is several times faster and takes a few more requests, but the search runs minutes behind: records changed or archived just now can come as they were before.';
}

function outputFor(operation: Operation): Parameter {
	const offered: Output[] = operation.list?.unpaged
		? ['raw', 'selected']
		: ['page', 'raw', 'selected'];
	if (operation.simplify !== undefined) offered.push('simplified');
	return {
		...output,
		options: offered.map((value) => outputs[value]),
		default: operation.simplify === undefined ? 'raw' : 'simplified',
	};
}

function pageOptionsFor(operation: Operation): Parameter[] {
	const { pageSize: size, cursor, parts } = operation.list ?? {};
	const options: Parameter[] = [];
	if (size !== undefined)
		options.push({
			...pageSize,
			typeOptions: { minValue: 1, maxValue: size.max, numberPrecision: 0 },
			default: size.max,
		});
	if (parts !== undefined) options.push({ ...readInParallel, description: parallelHint(parts) });
	if (cursor === true) options.push(startAfter);
	if (options.length === 0) return [];
	return [
		{
			displayName: 'List Options',
			name: 'pageOptions',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options,
		},
	];
}

/**
 * What the engine itself asks the user for, after the operation's own parameters: how many records
 * and in which shape.
 */
export function engineParameters(operation: Operation): Parameter[] {
	if (operation.list === undefined) return operation.simplify === undefined ? [] : [simplify];
	return [returnAll, limit, outputFor(operation), selectedFields, ...pageOptionsFor(operation)];
}
