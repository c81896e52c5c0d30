import type { Workspace } from '../route';
import { REGION_HOSTS } from '../settings';
import type { Job } from './records';

/** Takes on work for the background, to be done when its time has come. */
export function enqueue({ state, clock, settings }: Workspace, work: () => string): Job {
	const job: Job = {
		id: state.identifiers.nextNumber('job'),
		due_at: clock.milliseconds() + settings.jobMilliseconds,
		work,
		status: 'pending',
		resource_id: null,
	};
	state.jobs.set(job.id, job);
	return job;
}

/** A job as it stands now; one whose time has come is carried out. */
export function settle({ state, clock, settings }: Workspace, job: Job): Job {
	if (job.status !== 'pending' || clock.milliseconds() < job.due_at) return job;
	const done: Job = settings.jobsFail
		? { ...job, status: 'failed' }
		: { ...job, status: 'success', resource_id: job.work() };
	state.jobs.set(job.id, done);
	return done;
}

/** A job in the shape of 2.16 `jobs`. */
export function presentJob({ settings }: Workspace, { id, status, resource_id }: Job): object {
	const host = REGION_HOSTS[settings.region];
	return {
		type: 'job',
		id,
		status,
		url: `${host}/jobs/status/${id}`,
		resource_type: 'ticket',
		resource_id,
		resource_url: resource_id === null ? null : `${host}/tickets/${resource_id}`,
	};
}
