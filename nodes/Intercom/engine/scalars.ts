import type { INodePropertyOptions } from 'n8n-workflow';

import { bareIdentifier, pathSegment } from '../client/identifier';
import { isBlank, isFields, isMoment } from './data';
import { InputError, quoted } from './input-error';
import type { Parameter } from './operation';

function refuseTooLong({ displayName, wire }: Parameter, text: string): void {
	const { maxLength = Infinity } = wire ?? {};
	const { length } = text.length > maxLength ? [...text] : text;
	if (length <= maxLength) return;
	throw new InputError(
		`'${displayName}' has ${length} characters, but Intercom takes at most ${maxLength}`,
		'Shorten the text.',
	);
}

/** @throws InputError for lists and objects, and for text that Intercom finds too long */
export function toText(parameter: Parameter, value: unknown): string {
	if (isMoment(value)) return value.toJSON();
	if (typeof value === 'object')
		throw new InputError(
			`'${parameter.displayName}' must be text, not ${quoted(value)}`,
			'Use an expression that gives text.',
		);
	const text = String(value);
	refuseTooLong(parameter, text);
	if (text.trim() !== '[object Object]') return text;
	throw new InputError(
		`'${parameter.displayName}' holds an object that was turned into text`,
		'Use an expression that gives one of its fields, such as {{ $json.customer.name }}.',
	);
}

/** Numbers as JSON writes them, so that a code such as 0x10 or 007 is not taken for one. */
const numeric = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;

/** @throws InputError for what is no number, or not one that the parameter allows */
export function toNumber(parameter: Parameter, value: unknown): number {
	const name = `'${parameter.displayName}'`;
	const text = typeof value === 'string' ? value.trim() : undefined;
	const number = text !== undefined && numeric.test(text) ? Number(text) : value;
	if (typeof number !== 'number' || !Number.isFinite(number))
		throw new InputError(`${name} must be a number, not ${quoted(value)}`);
	// Beyond, JavaScript's numbers skip some, so another one would be sent.
	if (Math.abs(number) > Number.MAX_SAFE_INTEGER)
		throw new InputError(`${name} is too large a number: ${quoted(value)}`);
	const { minValue, maxValue, numberPrecision } = parameter.typeOptions ?? {};
	if (numberPrecision === 0 && !Number.isInteger(number))
		throw new InputError(`${name} must be a whole number, not ${number}`);
	if (minValue !== undefined && number < minValue)
		throw new InputError(`${name} must be at least ${minValue}, not ${number}`);
	if (maxValue !== undefined && number > maxValue)
		throw new InputError(`${name} must be at most ${maxValue}, not ${number}`);
	return number;
}

/** @throws InputError for anything but true and false, also as text */
export function toBoolean(parameter: Parameter, value: unknown): boolean {
	const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (word === true || word === 'true') return true;
	if (word === false || word === 'false') return false;
	throw new InputError(`'${parameter.displayName}' must be true or false, not ${quoted(value)}`);
}

/** Whether a drop-down's choices are asked for when it opens; its values are then IDs. */
function isLoaded({ typeOptions }: Parameter): boolean {
	return typeOptions?.loadOptionsMethod !== undefined;
}

/** Whether a parameter is a drop-down whose choices are all declared. */
export function hasFixedChoices(parameter: Parameter): boolean {
	return parameter.type === 'options' && !isLoaded(parameter);
}

/**
 * The choice that a value stands for. Where the workflow has no value, the default counts.
 *
 * @throws InputError for an empty value and for an unknown one: what is chosen often decides whom
 * an operation is about
 */
export function toChoice(parameter: Parameter, value: unknown): unknown {
	if (isLoaded(parameter)) return toIdentifier(parameter, value);
	if (value === undefined) return parameter.default;
	const options = (parameter.options ?? []) as INodePropertyOptions[];
	const given = typeof value === 'object' ? value : String(value);
	const option = options.find((candidate) => String(candidate.value) === given);
	if (option !== undefined) return option.value;
	const choices = options.map((candidate) => candidate.value).join(', ');
	const name = `'${parameter.displayName}'`;
	throw isBlank(value)
		? new InputError(
				`${name} is empty`,
				`Use one of: ${choices}. If it holds an expression, the expression gives nothing for this item.`,
			)
		: new InputError(`${name} does not know ${quoted(value)}`, `Use one of: ${choices}.`);
}

/**
 * A bare ID, empty where nothing is chosen.
 *
 * @throws InputError for what can't be one, such as the text `undefined`
 */
export function toIdentifier(parameter: Parameter, value: unknown): string {
	const picked = isFields(value) && value.__rl === true ? value.value : value;
	if (picked === null || picked === undefined) return '';
	const isPossible =
		typeof picked === 'string' ||
		typeof picked === 'bigint' ||
		(typeof picked === 'number' && Number.isSafeInteger(picked));
	const identifier = isPossible ? bareIdentifier(String(picked)) : undefined;
	if (identifier === '') return '';
	if (identifier !== undefined && pathSegment(identifier) !== undefined) return identifier;
	throw new InputError(
		`'${parameter.displayName}' is not an ID: ${quoted(identifier ?? picked)}`,
		'Choose from the list, or use an expression that gives an ID.',
	);
}

/**
 * An ID of digits, empty where nothing is chosen.
 *
 * @throws InputError for IDs with anything but digits
 */
export function toNumericId(parameter: Parameter, value: unknown): string {
	const identifier = toIdentifier(parameter, value);
	const isInteger = /^(0|[1-9]\d*)$/.test(identifier) && Number.isSafeInteger(Number(identifier));
	if (identifier === '' || isInteger) return identifier;
	throw new InputError(
		`'${parameter.displayName}' must be a numeric ID, not ${quoted(identifier)}`,
		'Choose from the list, or use an expression that gives an ID of digits only.',
	);
}

/** The same as a number, undefined where nothing is chosen. */
export function toInteger(parameter: Parameter, value: unknown): number | undefined {
	const identifier = toNumericId(parameter, value);
	return identifier === '' ? undefined : Number(identifier);
}
