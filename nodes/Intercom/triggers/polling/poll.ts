import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';

import { IntercomClient } from '../../client/client';
import { systemClock } from '../../client/clock';
import { ExplainedError } from '../../client/explained-error';
import { toUnixSeconds } from '../../engine/dates';
import { credentialTypeOf } from '../../engine/settings';
import { chosenWatch, openSource, type Watch } from './open-source';
import type { PollState, Sighting } from './state';
import { takeStep } from './step';
import { addTranscripts } from './transcripts';
import { warnOfClocks, warnOfState } from './warnings';

/** What n8n stores for the trigger. */
interface Stored {
	/** What the state belongs to; another choice starts anew. */
	watching?: string;
	state?: PollState;
}

/** What the user may set. */
interface PollOptions {
	includeTranscript: boolean;
	/** Seconds. */
	overlap: number;
	most: number;
	/** Unix seconds; undefined to start with the activation. */
	startFrom?: number;
}

/** The most changes remembered: some 500 kB of what n8n stores. */
const mostSeen = 10_000;

/** Polls under way in this process. */
const polling = new Set<string>();

function readOptions(context: IPollFunctions): PollOptions {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const positive = (value: unknown, other: number) => (Number(value) > 0 ? Number(value) : other);
	const { startFrom } = options;
	return {
		includeTranscript: options.includeTranscript === true,
		overlap: positive(options.lookBack, 15) * 60,
		most: Math.floor(positive(options.most, 1_000)),
		startFrom:
			startFrom === undefined || startFrom === ''
				? undefined
				: toUnixSeconds(startFrom, context.getTimezone(), 'Start From'),
	};
}

/** What the poll before remembered; undefined for the first poll, and where something else is watched now. */
function rememberedIn({ watching: before, state }: Stored, watching: string): unknown {
	if (before === undefined && state === undefined) return undefined;
	if (typeof before === 'string' && before !== watching) return undefined;
	// What is stored without saying what it belongs to can't be used.
	return before === watching ? (state ?? null) : null;
}

async function present(
	context: IPollFunctions,
	client: IntercomClient,
	{ resource }: Watch,
	sightings: readonly Sighting[],
): Promise<INodeExecutionData[][]> {
	const records = sightings.map(({ record }) => record);
	const wantsTranscript =
		resource.value === 'conversation' && readOptions(context).includeTranscript;
	const items = wantsTranscript
		? await addTranscripts(client, records, context.getTimezone())
		: records;
	return [items.map((json) => ({ json }))];
}

/** One change as it is now, for building a workflow. Remembers nothing. */
async function sample(
	context: IPollFunctions,
	client: IntercomClient,
	watch: Watch,
): Promise<INodeExecutionData[][]> {
	const source = await openSource(context, client, watch);
	const found = await source.sample();
	if (found === undefined)
		throw new NodeOperationError(context.getNode(), 'There is nothing to show as a sample yet', {
			description: `Intercom has none of the ${watch.resource.records} that you watch. Create or change one, or change the filter, and fetch again.`,
		});
	return await present(context, client, watch, [found]);
}

async function step(
	context: IPollFunctions,
	client: IntercomClient,
	watch: Watch,
	trigger: string,
): Promise<INodeExecutionData[][] | null> {
	const options = readOptions(context);
	const source = await openSource(context, client, watch);
	const stored = context.getWorkflowStaticData('node') as Stored;
	const { resource, event } = watch;
	const watching = [resource.value, event.value, options.startFrom ?? 'activation'].join(' ');
	const { changes, state, restored, clockGap } = await takeStep(rememberedIn(stored, watching), {
		...options,
		source,
		ownTime: () => Math.floor(systemClock.now() / 1000),
		mostSeen,
	});
	const items = changes.length === 0 ? null : await present(context, client, watch, changes);
	// Only now nothing can fail any more: n8n takes the state and the items together.
	Object.assign(stored, { watching, state });
	warnOfState(context, restored);
	warnOfClocks(context, trigger, clockGap);
	return items;
}

/**
 * Asks Intercom once for what is new.
 *
 * A manual run shows one recent change and remembers nothing. A poll that is due while the one before is
 * still at work does nothing: both would hand out the same changes.
 *
 * @returns null when there is nothing new
 * @throws IntercomError when Intercom can't be asked; the next poll then goes on from the same place
 * @throws NodeOperationError when the parameters are wrong
 */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const credentialType = credentialTypeOf(this.getNodeParameter('authentication'));
	const trigger = `${this.getWorkflow().id} ${this.getNode().id}`;
	const isManual = this.getMode() === 'manual';
	if (!isManual && polling.has(trigger)) return null;
	if (!isManual) polling.add(trigger);
	try {
		const client = await IntercomClient.connect(this, credentialType);
		const watch = chosenWatch(this);
		return isManual ? await sample(this, client, watch) : await step(this, client, watch, trigger);
	} catch (error) {
		throw explained(this, error);
	} finally {
		if (!isManual) polling.delete(trigger);
	}
}

function explained(context: IPollFunctions, error: unknown): unknown {
	if (!(error instanceof ExplainedError)) return error;
	const { message, hint } = error;
	const shown = new NodeOperationError(context.getNode(), message, { description: hint });
	// n8n rewrites texts that contain words such as EPERM (n8n-platform.md §6.2).
	shown.message = message;
	return shown;
}
