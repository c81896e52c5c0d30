import { describe, expect, it } from '@jest/globals';

import { Workspace } from '../contract/samples/workspace';
import { runNode } from '../support/engine';
import { testResource } from '../support/resource';

const job = testResource('job');

async function started(): Promise<string> {
	const { id } = await new Workspace(job.emulator).send('POST', '/tickets/enqueue', {
		ticket_type_id: new Workspace(job.emulator).ticketType('Question'),
		contacts: [{ email: 'customer@example.com' }],
	});
	return String(id);
}

describe('Jobs', () => {
	it('are read as they stand, or waited for', async () => {
		job.emulator.settings.jobMilliseconds = 60_000;
		const long = await started();
		expect(await job.output('get', { jobId: long })).toMatchObject([{ status: 'pending' }]);
		job.emulator.settings.jobMilliseconds = 600;
		const jobId = await started();
		expect(await job.output('get', { jobId, wait: true })).toMatchObject([
			{ status: 'success', resource_type: 'ticket' },
		]);
	});

	it('stop being waited for when the execution is cancelled', async () => {
		job.emulator.settings.jobMilliseconds = 60_000;
		const jobId = await started();
		const run = await runNode({
			parameters: { resource: 'job', operation: 'get', jobId, wait: true },
			credentials: job.emulator.credentials(),
			abortAfterMilliseconds: 300,
		});
		expect(run.status).toBe('canceled');
	});

	it('that do not exist are said to be missing', async () => {
		expect(await job.failure('get', { jobId: '1' })).toContain('Intercom could not find the job');
	});
});
