import { advance, type Advance, type PollLimits } from './advance';
import { begin, beginNow, liesInFuture, type Beginning } from './beginning';
import { clockGap } from './clocks';
import { restoreState, type PollState } from './state';

/** What a poll needs besides what is stored. */
export interface StepSettings extends Beginning, PollLimits {
	/** How many changes to hand out; more only where they share one second. */
	most: number;
}

/** What a poll came to. */
export interface Step extends Advance {
	/** How much of the stored state could be used. */
	restored: 'all' | 'partly' | 'nothing';
	/** How far Intercom's clock is ahead of n8n's, in seconds; undefined where responses don't tell. */
	clockGap?: number;
}

async function stateToGoOnFrom(
	stored: unknown,
	settings: StepSettings,
): Promise<{ state: PollState; restored: Step['restored'] }> {
	if (stored === undefined) return { state: await begin(settings), restored: 'all' };
	const { state, isDamaged } = restoreState(stored);
	if (state === undefined || (await liesInFuture(state, settings)))
		return { state: await beginNow(settings), restored: 'nothing' };
	return { state, restored: isDamaged ? 'partly' : 'all' };
}

/**
 * Polls once, without n8n around it. A trigger that was just activated begins with now, or with the date
 * that the user gave; one whose state is lost begins with now.
 *
 * @param stored what the poll before remembered, whatever has become of it; undefined for the first poll
 * @throws IntercomError when Intercom can't be asked
 */
export async function takeStep(stored: unknown, settings: StepSettings): Promise<Step> {
	const { source, ownTime, most } = settings;
	const { state: before, restored } = await stateToGoOnFrom(stored, settings);
	const began = ownTime();
	const reading = await source.read(before, most);
	const { serverTime } = reading;
	return {
		...advance(before, reading, settings, began),
		restored,
		clockGap: serverTime === undefined ? undefined : clockGap(serverTime, began, ownTime()),
	};
}
