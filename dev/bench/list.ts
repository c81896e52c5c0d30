import { EmulatorProcess } from '../emulator/emulator-process';
import { rowOf, type Run, type Table } from './result';
import { runTasks } from './run-task';
import type { Task } from './task';
import { ways } from './ways';

/** Reading a list to its end, without a limit. */
export interface ListScenario {
	name: string;
	contacts: number;
	latencyMilliseconds: number;
	/** Ways by key; the first one is what the others are compared with. */
	ways: string[];
}

/** All lists that are measured. */
export const listScenarios: ListScenario[] = [
	{
		name: 'list',
		contacts: 100_000,
		latencyMilliseconds: 50,
		ways: ['rawAxios', 'thisNode', 'thisNodeInParallel'],
	},
	{
		name: 'list-short',
		contacts: 20_000,
		latencyMilliseconds: 50,
		ways: ['rawAxios', 'thisNode', 'thisNodeInParallel'],
	},
];

async function runOnce(way: string, nodePath: string, emulator: EmulatorProcess): Promise<Run> {
	await emulator.takeRequests();
	const { url, token } = emulator;
	const task: Task = { way, url, token, kind: 'list', ids: [], warmUp: [] };
	const [measured] = await runTasks(nodePath, [task], 0);
	const requests = await emulator.takeRequests();
	const seen = {
		requests: requests.length,
		refused: requests.filter(({ status }) => status === 429).length,
		writtenTwice: measured.succeeded - (measured.distinct ?? 0),
	};
	return { measured, seen };
}

/**
 * Measures how long it takes to read all contacts, and how much memory. The first way holds nothing
 * but the parsed answers. Ways take turns, so that a busy machine is unfair to none.
 */
export async function measureList(
	{ name, contacts, latencyMilliseconds, ways: compared }: ListScenario,
	nodePath: string,
	runs: number,
	report: (line: string) => void,
): Promise<Table> {
	const done = new Map<string, Run[]>(compared.map((way) => [way, []]));
	const emulator = await EmulatorProcess.start(contacts);
	try {
		await emulator.set({ latencyMilliseconds, latencyJitter: 0.2, rateLimit: { limit: 0 } });
		for (let run = 0; run < runs; run += 1)
			for (const [way, finished] of done) {
				finished.push(await runOnce(way, nodePath, emulator));
				const { wallSeconds, succeeded } = finished[run].measured;
				report(`  ${name}: ${ways[way].name}, ${succeeded} in ${wallSeconds.toFixed(2)} s`);
			}
	} finally {
		await emulator.stop();
	}
	const [base] = [...done].map(([way, finished]) => rowOf(ways[way].name, finished, 1));
	return {
		scenario: name,
		note: `${contacts} contacts, ${latencyMilliseconds} ms, no limit; the ratios are to ${base.way}`,
		rows: [...done].map(([way, finished]) => {
			const row = rowOf(ways[way].name, finished, base.wallSeconds);
			return { ...row, memoryRatio: row.peakMemory / base.peakMemory };
		}),
	};
}
