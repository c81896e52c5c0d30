import { describe, expect, it } from '@jest/globals';

import { nodeProperties } from '../../../nodes/Intercom/engine/properties';
import { conversation } from '../../../nodes/Intercom/resources/conversation';

/** What the editor shows for an operation: its description and the texts of its parameters. */
function textsOf(value: string): string {
	const operation = conversation.operations.find((candidate) => candidate.value === value);
	const properties = nodeProperties([conversation], conversation).filter((property) =>
		property.displayOptions?.show?.operation?.includes(value),
	);
	return JSON.stringify([operation?.description, properties]);
}

describe('Hints where users need them', () => {
	it('Intercom-OpenAPI PR #551: replies of bots to emails are not emailed', () => {
		expect(textsOf('reply')).toContain('does not email replies of bots');
	});

	it.each(['getAll', 'search'])('%s leaves the messages out, and says what has them', (value) => {
		expect(textsOf(value)).toMatch(/transcript/);
		expect(textsOf(value)).toMatch(/messages/);
	});

	it('get and transcript tell of the newest 500 parts', () => {
		expect(textsOf('get')).toContain('newest 500');
	});
});
