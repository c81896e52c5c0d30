import type { IDataObject, INodeType } from 'n8n-workflow';

import { runNodeType, type NodeRun, type RunNodeTypeOptions } from '../../../test/support/engine';
import type { Task } from '../task';

/** What a way gives back: how many records came out well and how many did not. */
export interface Outcome {
	succeeded: number;
	failed: number;
	error?: string;
	distinct?: number;
	/** How long a single request took in the middle of a bulk run. */
	replySeconds?: number;
}

/** One way to talk to Intercom, from n8n or beside it. */
export interface Way {
	/** As shown in the tables. */
	name: string;
	/** Updates the records, one request each. */
	update?: (task: Task, ids: string[]) => Promise<Outcome>;
	/** Asks who the token belongs to, once per item and without any expression: the plain cost of requests. */
	identify?: (task: Task, items: number) => Promise<Outcome>;
	/** Reads all contacts. */
	list?: (task: Task) => Promise<Outcome>;
}

/** Runs a node in n8n's engine and counts what came out of it. */
export async function runInEngine(
	nodeType: INodeType,
	options: RunNodeTypeOptions,
	wanted: number,
): Promise<Outcome> {
	return outcomeOf(await runNodeType(nodeType, options), wanted);
}

/** Counts the items of a run; a workflow that failed has no output, so everything failed. */
export function outcomeOf(run: NodeRun, wanted: number): Outcome {
	if (run.error !== undefined) return { succeeded: 0, failed: wanted, error: run.error.message };
	const failed = run.json.filter(({ error }) => error !== undefined).length;
	return { succeeded: run.json.length - failed, failed };
}

/** How many different ids a list has. */
export function distinctIds(records: IDataObject[]): number {
	return new Set(records.map(({ id }) => id)).size;
}

/** The input items of an update: an id and a new name each. */
export function updateItems(ids: string[]): Array<{ id: string; name: string }> {
	return ids.map((id, index) => ({ id, name: `Renamed ${index}` }));
}
