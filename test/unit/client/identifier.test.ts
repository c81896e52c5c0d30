import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { bareIdentifier, pathSegment } from '../../../nodes/Intercom/client/identifier';

describe('Identifiers', () => {
	it.each([
		['215468', '215468'],
		[' 6762f0d51bb69f9f2193bb7c ', '6762f0d51bb69f9f2193bb7c'],
		['conversation_215468', '215468'],
		['contact_6762f0d51bb69f9f2193bb7c', '6762f0d51bb69f9f2193bb7c'],
		['https://app.intercom.com/a/apps/abc/users/6762f0d5/all-conversations', '6762f0d5'],
		['https://app.eu.intercom.com/a/inbox/abc/inbox/admin/814860/conversation/215468', '215468'],
		['https://app.intercom.com/a/inbox/abc/inbox/shared/all/conversation/42?view=List', '42'],
		['https://app.intercom.com/a/apps/abc/companies/5ba6/users', '5ba6'],
		['https://app.intercom.com/a/apps/abc/articles/articles/99/show', '99'],
		['customer_42', 'customer_42'],
		['last', 'last'],
	])('%s', (given, identifier) => {
		expect(bareIdentifier(given)).toBe(identifier);
	});

	it('never lets an id leave its place in the path', () => {
		for (const given of ['', '.', '..']) expect(pathSegment(given)).toBeUndefined();
		const property = fc.property(fc.string(), (given) => {
			const segment = pathSegment(given);
			if (segment === undefined) return;
			expect(new URL(`https://api.example.com/contacts/${segment}/x`).pathname).toBe(
				`/contacts/${segment}/x`,
			);
		});
		fc.assert(property, { numRuns: 500 });
	});

	it('never fails, whatever is given', () => {
		fc.assert(fc.property(fc.string(), (given) => typeof bareIdentifier(given) === 'string'));
		fc.assert(
			fc.property(fc.string(), (given) => typeof bareIdentifier(`https://${given}`) === 'string'),
		);
		expect(bareIdentifier('https://app.intercom.com/a/users/%E0%A4%A')).toBe('%E0%A4%A');
	});
});
