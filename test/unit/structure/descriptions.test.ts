import '../../support/n8n-environment';

import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { allParameters, choicesOf, nodeDescriptions } from './descriptions';
import type { PlacedParameter } from './descriptions';

/** Every editor that is open holds the descriptions in memory: 320 kB is our own limit for each. */
const largestDescription = 320_000;

/** Parameters of these kinds say with their contents what they are for. */
const containers = new Set(['collection', 'fixedCollection', 'notice', 'hidden']);

/**
 * Names that say all there is to say, where n8n's own nodes give no description either: what a node is
 * about, the name and text of a thing, and the parts of a row such as `Field, Operator, Value`.
 */
const selfExplanatory = new Set([
	'Attribute',
	'Attributes',
	'Authentication',
	'Currency',
	'Field',
	'Name',
	'Operation',
	'Operator',
	'Order',
	'Resource',
	'Text',
	'URL',
	'Value',
]);

/** Choices that stand for many or for none stand first. */
const catchAll = /^(All|Any|Custom|None)\b/;

/** Words that stay as they are in Title Case. */
const ownCase = new Set([
	...['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'from', 'if', 'in', 'into', 'nor', 'of'],
	...['off', 'on', 'or', 'out', 'over', 'per', 'than', 'the', 'to', 'until', 'up', 'via', 'when'],
	...['with', 'iOS'],
]);

const parameters = allParameters();

/** The places of the parameters that break a rule. */
function where(broken: (parameter: INodeProperties) => boolean): string[] {
	return parameters.filter(({ parameter }) => broken(parameter)).map(({ place }) => place);
}

function sentencesIn(text: string): number {
	return text
		.replaceAll(/\b(e\.g|i\.e|etc)\./g, '$1')
		.split(/[.!?](?:\s|$)/)
		.filter(Boolean).length;
}

/** What is wrong with the end of a text: one sentence goes without a period, several end with one. */
function isWronglyEnded(text: string): boolean {
	return sentencesIn(text) > 1 ? !/[.!?>]$/.test(text) : text.endsWith('.');
}

function isTitleCase(text: string): boolean {
	return text.split(/[\s/]+/).every((word) => /^\W*[^\Wa-z]/.test(word) || ownCase.has(word));
}

/** Whether a parameter, or else each of its choices, is explained. */
function isExplained({ description, options = [] }: INodeProperties): boolean {
	if (description) return true;
	return options.length > 0 && options.every((option) => 'value' in option && option.description);
}

function isOperation({ name }: INodeProperties): boolean {
	return name === 'operation';
}

/** All explanations of a parameter: its own and those of its options. */
function textsOf({ place, parameter }: PlacedParameter): Array<{ place: string; text: string }> {
	const ofOptions = (parameter.options ?? []).flatMap((option) =>
		'value' in option && option.description !== undefined ? [option.description] : [],
	);
	const own = [parameter.description, parameter.hint].filter((text) => text !== undefined);
	return [...own, ...ofOptions].map((text) => ({ place, text }));
}

describe('The descriptions of the nodes', () => {
	it.each(nodeDescriptions())('that of $name is small', (description) => {
		const bytes = Buffer.byteLength(JSON.stringify(description));
		console.info(`${description.name}: ${bytes} bytes of at most ${largestDescription}`);
		expect(bytes).toBeLessThanOrEqual(largestDescription);
	});

	it('list five choices or more in alphabetical order', () => {
		const isUnsorted = (parameter: INodeProperties) => {
			const choices = choicesOf(parameter);
			const first = choices.findIndex((choice) => !catchAll.test(choice));
			const rest = choices.slice(first);
			const sorted = [...rest].sort((a, b) => a.localeCompare(b));
			return choices.length >= 5 && rest.join() !== sorted.join();
		};
		expect(where(isUnsorted)).toEqual([]);
	});

	it('offer each choice once', () => {
		const isRepeating = (parameter: INodeProperties) => {
			const choices = choicesOf(parameter);
			return new Set(choices).size < choices.length;
		};
		expect(where(isRepeating)).toEqual([]);
	});

	it('explain every parameter whose name does not say it all', () => {
		const isUnexplained = (parameter: INodeProperties) =>
			!containers.has(parameter.type) &&
			!selfExplanatory.has(parameter.displayName) &&
			!isExplained(parameter);
		expect(where(isUnexplained)).toEqual([]);
	});

	it('end one sentence without a period and several with one', () => {
		expect(parameters.flatMap(textsOf).filter(({ text }) => isWronglyEnded(text))).toEqual([]);
	});

	it('say Whether for what is true or false', () => {
		const isUnclear = ({ type, description = '' }: INodeProperties) =>
			type === 'boolean' && !description.startsWith('Whether ');
		expect(where(isUnclear)).toEqual([]);
	});

	it('write names in Title Case', () => {
		const miscased = parameters
			.filter(({ parameter }) => parameter.type !== 'notice')
			.flatMap(({ place, parameter }) =>
				[parameter.displayName, ...choicesOf(parameter)].map((name) => ({ place, name })),
			)
			.filter(({ name }) => !isTitleCase(name));
		expect(miscased).toEqual([]);
	});

	it('invite to add things in Title Case', () => {
		const isMiscased = ({ placeholder = '' }: INodeProperties) =>
			placeholder.startsWith('Add ') && !isTitleCase(placeholder);
		expect(where(isMiscased)).toEqual([]);
	});

	it('begin a new node with reading, wherever something can be read', () => {
		const begins = parameters.map(({ parameter }) => parameter).filter(isOperation);
		const reading = /^(get|search)/;
		const risky = begins.filter(({ default: usual, options = [] }) => {
			const values = options.map((option) => String('value' in option && option.value));
			return values.some((value) => reading.test(value)) && !reading.test(String(usual));
		});
		// Messages can only be sent; what can be read of them is how they were delivered.
		expect(risky.map(({ displayOptions }) => displayOptions?.show?.resource)).toEqual([
			['message'],
		]);
	});
});
