import { ApplicationError, BaseError, type IDataObject } from 'n8n-workflow';

import { pathSegment } from '../client/identifier';
import { children, convert, wireName } from './convert';
import { isBlank, isEmpty, isFields } from './data';
import { InputError } from './input-error';
import type { Method, Operation, Parameter, Route, Values } from './operation';

/** One item's request, ready to send, and the values it was made from. */
export interface Endpoint {
	values: Values;
	query: IDataObject;
	body: IDataObject;
	/** Only for operations that are one request. */
	method?: Method;
	path?: string;
	/** The names of the record that the item is about, when it writes to one. */
	records: string[];
}

/** Method and path of a route. */
export function splitRoute(route: Route): { method: Method; template: string } {
	const [method, template] = route.split(' ') as [Method, string];
	return { method, template };
}

/** Whether a parameter shows, given the values of those it depends on: n8n's displayOptions. */
export function isShown(parameter: Parameter, values: Values): boolean {
	const matches = ([name, allowed]: [string, unknown]) =>
		Array.isArray(allowed) && allowed.includes(values[name.replace(/^\//, '')]);
	const { show = {}, hide = {} } = parameter.displayOptions ?? {};
	return Object.entries(show).every(matches) && !Object.entries(hide).some(matches);
}

/** Puts a value at a dotted name; objects that meet there are merged, so two sources can feed one. */
function place(target: IDataObject, name: string, value: unknown): void {
	const keys = name.split('.');
	const last = keys.pop() ?? name;
	let inner = target;
	for (const key of keys) inner = (inner[key] ??= {}) as IDataObject;
	const before = inner[last];
	inner[last] = (
		isFields(before) && isFields(value) ? { ...before, ...value } : value
	) as IDataObject;
}

/**
 * What a parameter holds.
 *
 * @throws n8n's own error for an expression that fails, InputError where n8n can't handle its result
 */
export function given(parameter: Parameter, read: (name: string) => unknown): unknown {
	try {
		return read(parameter.name);
	} catch (error) {
		throw unreadable(parameter, error);
	}
}

/** n8n's own errors are written for users; others come of values that n8n can't handle. */
function unreadable({ displayName }: Parameter, error: unknown): unknown {
	if (error instanceof BaseError || error instanceof ApplicationError) return error;
	return new InputError(
		`'${displayName}' can't be read`,
		'Check its expression: what it gives may be nested too deeply.',
	);
}

/** @throws InputError for a required parameter that is empty */
export function requireFilled(parameter: Parameter, value: unknown): void {
	if (parameter.required !== true || !isBlank(value)) return;
	throw new InputError(
		`'${parameter.displayName}' is empty`,
		'Fill it in. If it holds an expression, the expression gives nothing for this item.',
	);
}

/**
 * A value, without the null that Intercom does not take for it; see `Wire.clearable`.
 *
 * @throws InputError where the user means to empty a field of a record that has to keep it
 */
function withoutNull(parameter: Parameter, value: unknown, isChange: boolean): unknown {
	if (value !== null || parameter.wire?.clearable === true) return value;
	if (!isChange) return undefined;
	throw new InputError(
		`'${parameter.displayName}' can't be emptied: Intercom takes no null for it`,
		'Leave the field out to keep what is there. If it holds an expression, the expression gives null for this item.',
	);
}

/** @throws InputError for a change that changes nothing */
function refuseEmptyUpdate(
	{ changes = (_values, fields) => !isEmpty(fields) }: Operation,
	values: Values,
	fields: IDataObject,
): void {
	if (changes(values, fields)) return;
	throw new InputError(
		'There is nothing to update: no field is filled in',
		'Fill in at least one field. If the fields hold expressions, they give nothing for this item.',
	);
}

function fillPath(template: string, parameters: Parameter[], values: Values): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = values[name];
		const segment = pathSegment(isBlank(value) ? '' : String(value).trim());
		if (segment !== undefined) return segment;
		const parameter = parameters.find((candidate) => candidate.name === name);
		throw new InputError(
			`'${parameter?.displayName ?? name}' ${isBlank(value) ? 'is empty' : 'is not an ID'}`,
			'Choose from the list, or give an ID. If it holds an expression, it gives no ID for this item.',
		);
	});
}

/** Where a value goes when its parameter does not say: the query of reads, else the body. */
function usualPlace(operation: Operation, method: Method): 'query' | 'body' {
	if (method === 'DELETE') return operation.bodyOnDelete === true ? 'body' : 'query';
	return method === 'GET' ? 'query' : 'body';
}

/**
 * Turns one item's parameters into a request by convention: path variables
 * first, the rest to query or body, names in snake_case, values in Intercom's types.
 *
 * @param read gives the evaluated value of a parameter for this item
 * @param timezone the workflow's zone, for dates without one
 * @throws InputError naming the parameter
 */
export function endpointFor(
	operation: Operation,
	read: (name: string) => unknown,
	timezone: string,
): Endpoint {
	const { method, template } = operation.request
		? splitRoute(operation.request)
		: { method: 'POST' as Method, template: '' };
	const inPath = new Set([...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
	const values: Values = {};
	const query: IDataObject = { ...operation.query };
	const fields: IDataObject = {};
	const put = (parameter: Parameter, converted: unknown) => {
		requireFilled(parameter, converted);
		const value = withoutNull(parameter, converted, method === 'PUT');
		values[parameter.name] = value;
		if (isEmpty(value) || inPath.has(parameter.name)) return;
		const to = parameter.wire?.to ?? usualPlace(operation, method);
		if (to === 'none') return;
		const target = to === 'query' ? query : fields;
		if (parameter.wire?.spread === true) Object.assign(target, value);
		else place(target, wireName(parameter), value);
	};
	for (const parameter of operation.parameters) {
		if (parameter.type === 'notice' || !isShown(parameter, values)) continue;
		const value = given(parameter, read);
		if (parameter.type !== 'collection') {
			put(parameter, convert(parameter, value, timezone));
			continue;
		}
		for (const [child, field] of children(parameter, value, timezone))
			if (isShown(child, values)) put(child, field);
	}
	const body: IDataObject = { ...operation.body, ...fields };
	operation.check?.(values, body);
	const path = fillPath(template, operation.parameters, values);
	if (method === 'PUT') refuseEmptyUpdate(operation, values, fields);
	return {
		values,
		query,
		body,
		...(operation.request && { method, path }),
		records: recordsOf(operation, method, template, values, body),
	};
}

function recordsOf(
	operation: Operation,
	method: Method,
	template: string,
	values: Values,
	body: IDataObject,
): string[] {
	if (operation.record) return [operation.record(values, body) ?? []].flat();
	const variable = /^(\/[^{]*)\{(\w+)\}/.exec(template);
	if (variable === null || method === 'GET') return [];
	return [`${variable[1]}${String(values[variable[2]])}`];
}
