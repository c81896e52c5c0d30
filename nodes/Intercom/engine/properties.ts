import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { engineParameters } from './list-parameters';
import type { Operation, Parameter, ParameterGroup, Resource } from './operation';

/**
 * Everything an operation asks for: its own parameters, then the engine's. Optional collections
 * such as Options and Sort come last, as everywhere in n8n.
 */
export function parametersOf({ parameters, ...operation }: Operation): Parameter[] {
	const isOptional = (parameter: Parameter) =>
		parameter.type === 'collection' || parameter.type === 'fixedCollection';
	const lastAsked = parameters.findLastIndex((parameter) => !isOptional(parameter)) + 1;
	return [
		...parameters.slice(0, lastAsked),
		...engineParameters({ parameters, ...operation }),
		...parameters.slice(lastAsked),
	];
}

/** A parameter as n8n knows it: without `wire`, also inside collections. */
export function plain(parameter: Parameter): INodeProperties {
	const { wire: _wire, options, ...rest } = parameter;
	if (options === undefined) return rest;
	const inner = options.map((option) => {
		if ('values' in option)
			return { ...option, values: (option as ParameterGroup).values.map(plain) };
		return 'type' in option ? plain(option as Parameter) : option;
	});
	return { ...rest, options: inner as INodeProperties['options'] };
}

interface Entry {
	key: string;
	property: INodeProperties;
	operations: string[];
}

/**
 * The parameters of all operations of a resource. A parameter that several operations share stands
 * there once; within each operation the order stays as declared. This keeps the description small,
 * which every open editor has to load.
 */
function resourceProperties(resource: Resource): INodeProperties[] {
	const entries: Entry[] = [];
	for (const operation of resource.operations) {
		let position = 0;
		for (const parameter of parametersOf(operation)) {
			const property = plain(parameter);
			const key = JSON.stringify(property);
			const found = entries.findIndex((entry, index) => index >= position && entry.key === key);
			if (found >= 0) {
				entries[found].operations.push(operation.value);
				position = found + 1;
			} else {
				entries.splice(position, 0, { key, property, operations: [operation.value] });
				position += 1;
			}
		}
	}
	return entries.map(({ property, operations }) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: {
				resource: [resource.value],
				operation: operations,
				...property.displayOptions?.show,
			},
		},
	}));
}

function byName(a: { name: string }, b: { name: string }): number {
	return a.name.localeCompare(b.name);
}

function operationOption(operation: Operation): INodePropertyOptions {
	const { name, value, action, description } = operation;
	return { name, value, action, description };
}

// The defaults stand here because n8n's lint wants them written out; both are replaced below.
const operationDropDown: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

const resourceDropDown: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: '',
};

/** What a new node begins with, the first of these that the resource has: reading before writing. */
const usualOperations = ['getAll', 'search', 'get', 'send'];

function operationProperty(resource: Resource): INodeProperties {
	const options = resource.operations.map(operationOption).sort(byName);
	const usual = usualOperations.find((value) => options.some((option) => option.value === value));
	return {
		...operationDropDown,
		displayOptions: { show: { resource: [resource.value] } },
		options,
		default: usual ?? options[0].value,
	};
}

/**
 * The node's properties, made from the resources: the drop-downs for resource and operation, then
 * the parameters of each.
 *
 * @param usual the resource that a new node begins with
 */
export function nodeProperties(resources: Resource[], usual: Resource): INodeProperties[] {
	const options = resources.map(({ name, value }) => ({ name, value })).sort(byName);
	return [
		{ ...resourceDropDown, options, default: usual.value },
		...resources.map(operationProperty),
		...resources.flatMap(resourceProperties),
	];
}
