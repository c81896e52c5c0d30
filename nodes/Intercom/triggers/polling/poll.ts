import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';

import { IntercomClient } from '../../client/client';
import { ExplainedError } from '../../client/explained-error';
import { toUnixSeconds } from '../../engine/dates';
import { credentialTypeOf } from '../../engine/settings';
import { advance } from './advance';
import { chosenWatch, openSource, type Watch } from './open-source';
import type { Source } from './source';
import { startAfter, type PollState, type Sighting } from './state';
import { addTranscripts } from './transcripts';

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

/** The state to go on from; a new one where there is none yet, or where something else is watched. */
async function stateOf(
	stored: Stored,
	watching: string,
	source: Source,
	startFrom: number | undefined,
): Promise<PollState> {
	if (stored.watching === watching && stored.state !== undefined) return stored.state;
	// By Intercom's clock, so that it does not matter what n8n's says.
	return startAfter((startFrom ?? (await source.now())) - 1);
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
): Promise<INodeExecutionData[][] | null> {
	const { overlap, most, startFrom } = readOptions(context);
	const source = await openSource(context, client, watch);
	const stored = context.getWorkflowStaticData('node') as Stored;
	const watching = [watch.resource.value, watch.event.value, startFrom ?? 'activation'].join(' ');
	const before = await stateOf(stored, watching, source, startFrom);
	const reading = await source.read(before, most);
	const { changes, state } = advance(before, reading, { overlap, mostSeen });
	const items = changes.length === 0 ? null : await present(context, client, watch, changes);
	// Only now nothing can fail any more: n8n takes the state and the items together.
	Object.assign(stored, { watching, state });
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
		return isManual ? await sample(this, client, watch) : await step(this, client, watch);
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
