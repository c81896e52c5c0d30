import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { pathSegment } from '../../client/identifier';
import { InputError } from '../../engine/input-error';
import type { Parameter } from '../../engine/operation';

/** Pauses between two looks at a job, in milliseconds; the last one repeats. */
const pauses = [500, 1_000, 2_000, 4_000, 5_000];

/** How long to wait for a job; shown when a boolean parameter says so. */
export function maximumWait(shownBy: string): Parameter {
	return {
		displayName: 'Maximum Wait for Job (Seconds)',
		name: 'maximumWait',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		displayOptions: { show: { [shownBy]: [true] } },
		description: 'How long to wait; a job that takes longer is returned as it is then',
		wire: { to: 'none' },
	};
}

/**
 * How a job stands (2.16 `jobs`): `status` is pending, success or failed.
 *
 * @throws InputError for what is not an ID
 */
export async function getJob(client: IntercomClient, jobId: unknown): Promise<IDataObject> {
	const segment = pathSegment(String(jobId ?? ''));
	if (segment === undefined) throw new InputError("'Job ID' is not an ID");
	return await client.send({ method: 'GET', path: `/jobs/status/${segment}`, repeatable: true });
}

/**
 * Waits until a job is done.
 *
 * @param job the job as it stands
 * @param seconds the longest wait
 * @returns the job as it stands then, still pending when the time is up
 * @throws InputError when the job failed
 * @throws CancelledError when the execution is cancelled
 */
export async function waitForJob(
	client: IntercomClient,
	job: IDataObject,
	seconds: number,
): Promise<IDataObject> {
	const giveUpAt = Date.now() + seconds * 1000;
	let current = job;
	for (let looks = 0; current.status === 'pending'; looks += 1) {
		const left = giveUpAt - Date.now();
		if (left <= 0) return current;
		await client.pause(Math.min(pauses[looks] ?? pauses[pauses.length - 1], left));
		current = await getJob(client, job.id);
	}
	if (current.status !== 'failed') return current;
	throw new InputError(
		`Intercom could not carry out job ${String(job.id)}`,
		`Nothing was created. Check the values${current.resource_type ? ` for the ${String(current.resource_type)}` : ''} and run again; Intercom does not say what was wrong.`,
	);
}
