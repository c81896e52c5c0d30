import { describe, expect, it } from '@jest/globals';
import { importExamples, runExample } from '../../dev/demo/examples';
import { usePlayground } from './support/playground';

describe('examples', () => {
	const playground = usePlayground();

	it('run, and each of their nodes returns items', async () => {
		const { client, emulator } = playground();
		const results = [];
		for (const workflow of await importExamples(playground())) {
			const { name, passed, message } = await runExample(client, workflow);
			results.push([name, passed ? 'passed' : message]);
		}
		expect(results).toEqual([
			['Call any part of the Intercom API', 'passed'],
			['Find leads and message them', 'passed'],
			['Sync a list of customers to Intercom', 'passed'],
		]);
		expect([...emulator.state.messages.values()].map(({ body }) => body).sort()).toEqual([
			'Hello Conference Visitor, how can we help you get started?',
			'Hello Newsletter Reader, how can we help you get started?',
			'Hello Webinar Guest, how can we help you get started?',
		]);
	});
});
