import { describe, expect, it } from '@jest/globals';

import type { ExpectedResponse } from '../../nodes/Intercom/client/request';
import { faultIn } from '../../nodes/Intercom/client/response';
import type { Operation } from '../../nodes/Intercom/engine/operation';
import { resources } from '../../nodes/Intercom/resources';
import { shapeOf } from './coverage';
import { howToGetDescription, listOperations, loadDescription } from './description';

const description = loadDescription();
if (description === undefined) throw new Error(howToGetDescription);
const described = new Map(
	listOperations(description).map(([name, operation]) => [shapeOf(name), operation]),
);

function expectedBy({ list, emptyAnswer }: Operation): ExpectedResponse {
	if (list !== undefined) return { list: list.key };
	return emptyAnswer === undefined ? 'record' : 'recordOrNothing';
}

/** The description's examples of successful responses to operations that are one request. */
const samples = resources.flatMap((resource) =>
	resource.operations.flatMap((operation: Operation) => {
		const { request } = operation;
		const responses = request && described.get(shapeOf(request))?.responses;
		return Object.entries(responses ?? {})
			.filter(([status]) => status.startsWith('2'))
			.flatMap(([, { content }]) =>
				Object.entries(content?.['application/json']?.examples ?? {}).map(([name, { value }]) => ({
					title: `${resource.name}: ${operation.name}, ${name}`,
					operation,
					request: request ?? 'GET /',
					value,
				})),
			);
	}),
);

describe('The responses that the description shows are no faults', () => {
	it.each(samples)('$title', ({ operation, request, value }) => {
		const [method, path] = request.split(' ') as ['GET', string];
		const expects = expectedBy(operation);
		const asked = { method, path, expects, repeatable: true };
		expect(faultIn(asked, { status: 200, headers: {}, body: value })).toBeUndefined();
	});

	it('covers most operations', () => {
		expect(samples.length).toBeGreaterThan(100);
	});
});
