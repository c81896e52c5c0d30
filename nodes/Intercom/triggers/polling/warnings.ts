import type { IPollFunctions } from 'n8n-workflow';

import { systemClock } from '../../client/clock';
import { clockTolerance } from './clocks';
import type { Step } from './step';

/** How long a trigger is silent about its clocks after a warning, in milliseconds. */
const silence = 24 * 3_600_000;
/** Triggers remembered; a process may see many come and go. */
const maxTriggers = 1_000;

/** When each trigger last warned about its clocks, in milliseconds. */
const warnedAt = new Map<string, number>();

function warn(context: IPollFunctions, message: string): void {
	const { id, name } = context.getWorkflow();
	context.logger.warn(`Intercom Polling Trigger: ${message}`, {
		workflowId: id,
		workflowName: name,
		nodeName: context.getNode().name,
	});
}

/** Warns when what n8n stored for the trigger was damaged. The poll repairs it, so this is said once. */
export function warnOfState(context: IPollFunctions, restored: Step['restored']): void {
	if (restored === 'nothing')
		warn(
			context,
			'The saved position could not be used, so the trigger starts again from now. Changes since the last successful poll may be missing.',
		);
	if (restored === 'partly')
		warn(
			context,
			'A part of the saved position could not be used. Some changes may be reported a second time.',
		);
}

function inWords(seconds: number): string {
	const minutes = Math.round(seconds / 60);
	if (minutes < 120) return `${minutes} minute${minutes === 1 ? '' : 's'}`;
	const hours = Math.round(minutes / 60);
	return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/**
 * Warns when the clocks of n8n and Intercom differ, at most once a day for each trigger.
 *
 * @param trigger tells the triggers of this process apart
 * @param gap how far Intercom's clock is ahead, in seconds; undefined where responses don't tell
 */
export function warnOfClocks(
	context: IPollFunctions,
	trigger: string,
	gap: number | undefined,
): void {
	if (gap !== undefined && Math.abs(gap) <= clockTolerance) return;
	const now = systemClock.now();
	const before = warnedAt.get(trigger);
	if (before !== undefined && Math.abs(now - before) < silence) return;
	warnedAt.delete(trigger);
	if (warnedAt.size >= maxTriggers) warnedAt.delete([...warnedAt.keys()][0]);
	warnedAt.set(trigger, now);
	warn(
		context,
		gap === undefined
			? "Intercom's responses carry no Date header, so the trigger relies on n8n's clock. Check the proxy between n8n and Intercom, if there is one."
			: `Intercom's responses are dated ${inWords(Math.abs(gap))} ${gap > 0 ? 'ahead of' : 'behind'} n8n's clock. The trigger relies on the earlier time and reports all changes. Check the clock of the machine n8n runs on, and the proxy between n8n and Intercom, if there is one.`,
	);
}
