import type { Operation } from '../../engine/operation';
import { getJob, maximumWait, waitForJob } from './wait';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get job',
	description: 'Get how a job stands, such as a ticket that is being created; can wait for its end',
	requests: ['GET /jobs/status/{jobId}'],
	parameters: [
		{
			displayName: 'Job ID',
			name: 'jobId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 20',
			description: 'The ID of the job, from the operation that started it',
		},
		{
			displayName: 'Wait for Completion',
			name: 'wait',
			type: 'boolean',
			default: false,
			description: 'Whether to wait until the job is done; the item fails when the job does',
			wire: { to: 'none' },
		},
		maximumWait('wait'),
	],
	run: async ({ client, values }) => {
		const job = await getJob(client, values.jobId);
		return values.wait === true ? await waitForJob(client, job, Number(values.maximumWait)) : job;
	},
} satisfies Operation;
