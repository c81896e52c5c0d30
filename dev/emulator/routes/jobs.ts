import { IntercomError } from '../errors';
import { route, type Route } from '../route';
import { presentJob, settle } from '../tickets/jobs';

/** Work in the background (2.16 line 16417). */
export const jobRoutes: Route[] = [
	route({
		operation: 'GET /jobs/status/{job_id}',
		scope: 'read_jobs',
		handle(request) {
			const job = request.state.jobs.get(request.params.job_id);
			if (!job) throw new IntercomError(404, 'job_not_found', 'Job Not Found');
			return presentJob(request, settle(request, job));
		},
	}),
];
