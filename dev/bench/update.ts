import { EmulatorProcess } from '../emulator/emulator-process';
import { countRequests, rowOf, type Row, type Seen, type Table } from './result';
import { runTasks } from './run-task';
import { floorSeconds, type UpdateScenario } from './scenarios';
import type { Measurement } from './task';
import { ways } from './ways';

interface Run {
	measured: Measurement;
	seen: Seen;
}

const warmUps = 100;

function together(measured: Measurement[]): Measurement {
	const starts = measured.map(({ startedAt }) => startedAt);
	const ends = measured.map(({ startedAt, wallSeconds }) => startedAt + wallSeconds * 1000);
	const sum = (value: (one: Measurement) => number) =>
		measured.reduce((total, one) => total + value(one), 0);
	return {
		wallSeconds: (Math.max(...ends) - Math.min(...starts)) / 1000,
		cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
		peakMemory: Math.max(...measured.map(({ peakMemory }) => peakMemory)),
		succeeded: sum(({ succeeded }) => succeeded),
		failed: sum(({ failed }) => failed),
		error: measured.find(({ error }) => error !== undefined)?.error,
		replySeconds: measured[0].replySeconds,
		startedAt: Math.min(...starts),
	};
}

/** Changes the limit at its times, until the run is over. */
function scheduleChanges(scenario: UpdateScenario, emulator: EmulatorProcess): () => void {
	const timers = (scenario.changes ?? []).map(({ after, limit }) =>
		setTimeout(() => void emulator.set({ rateLimit: { limit } }), after),
	);
	return () => timers.forEach((timer) => clearTimeout(timer));
}

async function runOnce(
	scenario: UpdateScenario,
	way: string,
	nodePath: string,
	emulator: EmulatorProcess,
): Promise<Run> {
	const collection = way === 'builtInNode' ? 'companies' : 'contacts';
	const ids = (await emulator.ids(collection)).slice(0, scenario.updates + warmUps);
	const warmUp = ids.splice(0, warmUps);
	await emulator.set({
		latencyMilliseconds: scenario.latencyMilliseconds,
		latencyJitter: 0.2,
		...scenario.settings,
		rateLimit: {
			limit: scenario.limit,
			windowSeconds: scenario.windowSeconds,
			resetDelaySeconds: 0,
			headers: true,
			...scenario.settings?.rateLimit,
		},
	});
	await emulator.takeRequests();
	const processes = scenario.processes ?? 1;
	const share = Math.ceil(ids.length / processes);
	const cancelChanges = scheduleChanges(scenario, emulator);
	const measured = await runTasks(
		nodePath,
		Array.from({ length: processes }, (_, index) => ({
			way,
			url: emulator.url,
			token: emulator.token,
			kind: scenario.kind ?? 'update',
			ids: ids.slice(index * share, (index + 1) * share),
			warmUp,
		})),
		scenario.limit === 0 ? 0 : scenario.windowSeconds * 1000,
	);
	cancelChanges();
	const startedAt = Math.min(...measured.map((one) => one.startedAt));
	const requests = (await emulator.takeRequests()).filter(
		(request) => request.startedAt >= startedAt,
	);
	const seen = countRequests(requests, ({ path, body }) =>
		collection === 'contacts'
			? path
			: String((body as { company_id?: string } | undefined)?.company_id),
	);
	return { measured: together(measured), seen };
}

/** Measures a bulk update with each of its ways. */
export async function measureUpdates(
	scenario: UpdateScenario,
	nodePath: string,
	runs: number,
	report: (line: string) => void,
): Promise<Table> {
	const floor = floorSeconds(scenario);
	const rows: Row[] = [];
	let cpuBase: number | undefined;
	for (const [way, ownRuns] of Object.entries(scenario.ways)) {
		const done: Run[] = [];
		for (let run = 0; run < Math.min(ownRuns ?? runs, runs); run += 1) {
			const emulator = await EmulatorProcess.start(scenario.updates + warmUps);
			try {
				if (way === 'builtInNode') await emulator.seedCompanies(scenario.updates + warmUps);
				done.push(await runOnce(scenario, way, nodePath, emulator));
			} finally {
				await emulator.stop();
			}
			report(
				`  ${scenario.name}: ${ways[way].name}, ${done.at(-1)?.measured.wallSeconds.toFixed(2)} s`,
			);
		}
		rows.push(rowOf(ways[way].name, done, floor));
		if (way === scenario.base) cpuBase = rows.at(-1)?.cpuSeconds;
	}
	if (cpuBase !== undefined) for (const row of rows) row.ratio = row.cpuSeconds / cpuBase;
	const { updates, limit, windowSeconds, latencyMilliseconds } = scenario;
	const rule = limit === 0 ? 'no limit' : `${limit} requests per ${windowSeconds} s`;
	return {
		scenario: scenario.name,
		note: `${updates} requests, ${latencyMilliseconds} ms, ${rule}; the ratio is ${scenario.base === undefined ? `to the floor of ${floor.toFixed(2)} s` : `of CPU to ${ways[scenario.base].name}`}`,
		rows,
	};
}
