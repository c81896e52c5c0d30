import { pathSegment } from '../../client/identifier';
import type { Operation } from '../../engine/operation';
import { maximumWait, waitForJob } from '../job/wait';
import { ticketSummary } from './fields';
import { newTicketParameters, newTicketRoutes, newTicketSteps } from './newTicket';

export const createAsync = {
	name: 'Create in Background',
	value: 'createAsync',
	action: 'Create ticket in background',
	description:
		'Hand a new ticket to Intercom to be created soon, which is quicker for many tickets. Returns the job, or the ticket when you wait for it.',
	request: 'POST /tickets/enqueue',
	requests: [...newTicketRoutes, 'GET /jobs/status/{jobId}', 'GET /tickets/{ticketId}'],
	parameters: [
		...newTicketParameters,
		{
			displayName: 'Wait for Ticket',
			name: 'wait',
			type: 'boolean',
			default: false,
			description: 'Whether to wait until the ticket is there and return it',
			wire: { to: 'none' },
		},
		maximumWait('wait'),
	],
	complete: newTicketSteps,
	transform: async (started, { client, values }) => {
		if (values.wait !== true) return started;
		const job = await waitForJob(client, started, Number(values.maximumWait));
		const ticketId = pathSegment(String(job.resource_id ?? ''));
		if (job.status !== 'success' || ticketId === undefined) return job;
		return await client.send({ method: 'GET', path: `/tickets/${ticketId}`, repeatable: true });
	},
	simplify: {
		type: true,
		...ticketSummary,
		status: true,
		resource_type: true,
		resource_id: true,
	},
} satisfies Operation;
