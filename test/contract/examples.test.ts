import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { recordsIn, valueAt } from '../../nodes/Intercom/client/paginate';
import { simplified } from '../../nodes/Intercom/engine/output';
import type { Operation } from '../../nodes/Intercom/engine/operation';
import { resources } from '../../nodes/Intercom/resources';
import { Contract, formatViolation } from './contract';
import type { Violation } from './contract';
import { shapeOf } from './coverage';
import { howToGetDescription, listOperations, loadDescription } from './description';
import type { DescribedOperation } from './description';

/** Examples that are wrong themselves, by operation and name, with the reason. */
const wrongExamples: Record<string, string> = {
	'POST /messages user_message_created': 'a contact writes by POST /conversations (2.16)',
	'POST /messages lead_message_created': 'a contact writes by POST /conversations (2.16)',
	'POST /messages admin_message_created':
		'message_type conversation stands nowhere else in the description',
	'POST /contacts/{contact_id}/notes successful_response':
		'repeats the contact of the path in the body',
	'DELETE /conversations/{conversation_id}/customers/{contact_id} detach_a_contact_from_a_group_conversation':
		'repeats the contact of the path in the body',
	'POST /internal_articles internal_article_created': 'internal articles have no locale',
	'PUT /companies/{company_id} bad_request': 'shows a refused request, without its answer',
	'POST /tickets/{ticket_id}/change_type Successful response':
		'ticket_state is text as up to 2.11; every other answer has the object',
};

interface NamedExample {
	title: string;
	operation: string;
	/** The answer's status; undefined for a request. */
	status?: number;
	value: unknown;
}

const description = loadDescription();

/** Every answer that is shown for the route of an operation. */
function answersToOperations(): Array<[string, Operation, unknown]> {
	const operations: Operation[] = resources.flatMap((resource) => resource.operations);
	return operations.flatMap((operation) =>
		examples
			.filter(
				({ operation: route, status }) =>
					operation.request !== undefined &&
					shapeOf(route) === shapeOf(operation.request) &&
					[200, 201, 202].includes(Number(status)),
			)
			.map(({ title, value }): [string, Operation, unknown] => [title, operation, value]),
	);
}

/** The records of a list that is shown, also one level down: nothing else there is as long. */
function longestListIn(value: unknown): unknown[] {
	const answer = Object(value) as IDataObject;
	const lists = Object.values({ ...answer, ...Object(answer.data) }).filter(Array.isArray);
	return lists.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Requests are shown under the name of the answer they got; those of refused requests needn't be valid. */
function isRefused(name: string, operation: DescribedOperation): boolean {
	return Object.entries(operation.responses).some(
		([status, response]) =>
			Number(status) >= 400 &&
			Object.keys(response.content?.['application/json']?.examples ?? {}).some(
				(answer) => plain(answer) === plain(name),
			),
	);
}

function plain(name: string): string {
	return name.toLowerCase().replaceAll(/\W+/g, '_');
}

const examples: NamedExample[] = (description ? listOperations(description) : []).flatMap(
	([operation, described]) => {
		const sent = Object.entries(
			described.requestBody?.content['application/json']?.examples ?? {},
		).filter(([name]) => !isRefused(name, described));
		const answers = Object.entries(described.responses).flatMap(([status, response]) =>
			Object.entries(response.content?.['application/json']?.examples ?? {}).map(
				([name, { value }]): NamedExample => ({
					title: `${operation} ${name}`,
					operation,
					status: Number(status),
					value,
				}),
			),
		);
		return [
			...sent.map(([name, { value }]) => ({ title: `${operation} ${name}`, operation, value })),
			...answers,
		];
	},
);

/**
 * The examples were recorded from tests that write ids as numbers where the schemas say text, and the other way
 * round. Intercom reads both; the package sends what the schemas say.
 */
function withIdsAsDescribed(value: unknown, violations: Violation[]): unknown {
	const copy = structuredClone(value);
	for (const { pointer, message } of violations) {
		const keys = pointer.split('/').slice(1);
		const last = keys.pop() ?? '';
		const parent = keys.reduce(
			(inner, key) => (inner as Record<string, unknown>)[key],
			copy,
		) as Record<string, unknown>;
		if (!/^id$|_id$/.test(last)) continue;
		if (message === 'must be string') parent[last] = String(parent[last]);
		if (message === 'must be integer') parent[last] = Number(parent[last]);
	}
	return copy;
}

if (description === undefined) {
	it.skip(howToGetDescription, () => {});
} else {
	const contract = new Contract(description);
	const check = ({ operation, status }: NamedExample, value: unknown): Violation[] => {
		const [method, template] = operation.split(' ');
		const path = template.replaceAll(/\{\w+\}/g, '123');
		if (status !== undefined)
			return contract.checkResponse({ method, path }, { status, body: value });
		return contract
			.checkRequest({ method, path, body: value })
			.filter(({ part }) => part === 'route' || part === 'request body');
	};

	describe("the description's own examples", () => {
		it('are all there', () => {
			expect(contract.operations).toHaveLength(231);
			expect(examples.filter(({ status }) => status === undefined).length).toBeGreaterThan(100);
		});

		it('pass, apart from the ones known to be wrong', () => {
			const failures = examples.flatMap((example) => {
				const fixed = withIdsAsDescribed(example.value, check(example, example.value));
				const violations = check(example, fixed);
				if (violations.length === 0 || example.title in wrongExamples) return [];
				return [`${example.title}\n\t${violations.map(formatViolation).join('\n\t')}`];
			});
			expect(failures).toEqual([]);
		});

		it.each(answersToOperations())('make output: %s', (_title, { list, ...operation }, value) => {
			if (list !== undefined) {
				const { length } = recordsIn(value, list.key);
				expect(length).toBeGreaterThanOrEqual(longestListIn(value).length);
				return;
			}
			const { responseKey, simplify = {} } = operation;
			const record = responseKey === undefined ? value : valueAt(value, responseKey);
			expect(Object.values(simplified(record as IDataObject, simplify))).not.toEqual([]);
		});

		it('known to be wrong are still wrong', () => {
			const titles = Object.keys(wrongExamples);
			const failing = examples.filter(
				(example) => titles.includes(example.title) && check(example, example.value).length > 0,
			);
			expect([...new Set(failing.map(({ title }) => title))].sort()).toEqual(titles.sort());
		});
	});
}
