import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { installN8n } from '../n8n/install';
import { listScenarios, measureList } from './list';
import { formatTable, type Table } from './result';
import { updateScenarios, type UpdateScenario } from './scenarios';
import { measureUpdates } from './update';

const { values } = parseArgs({
	options: {
		/** Runs of each way; the tables show medians. */
		runs: { type: 'string', default: '3' },
		/** Names of scenarios, separated by commas; all unless given. */
		only: { type: 'string' },
		/** Keys of ways, separated by commas; all of a scenario unless given. */
		ways: { type: 'string' },
		/** A file to write the tables to as JSON. */
		json: { type: 'string' },
	},
});

function withWays(scenario: UpdateScenario, wanted: string[] | undefined): UpdateScenario {
	if (wanted === undefined) return scenario;
	const ways = Object.entries(scenario.ways).filter(([way]) => wanted.includes(way));
	return { ...scenario, ways: Object.fromEntries(ways) };
}

/** `npm run bench`: compares ways to call Intercom in a real n8n's engine and prints ratios. */
async function main(): Promise<void> {
	const report = (line: string) => console.error(line);
	const { nodePath, version } = await installN8n('2', report);
	report(`n8n ${version}, ${values.runs} runs each`);
	const wanted = values.only?.split(',');
	const wantedWays = values.ways?.split(',');
	const tables: Table[] = [];
	const isWanted = ({ name }: { name: string }) => wanted?.includes(name) ?? true;
	const add = (table: Table) => {
		tables.push(table);
		console.log(`\n${formatTable(table)}`);
	};
	const runs = Number(values.runs);
	for (const scenario of updateScenarios.filter(isWanted))
		add(await measureUpdates(withWays(scenario, wantedWays), nodePath, runs, report));
	for (const scenario of listScenarios.filter(isWanted)) {
		const ways = scenario.ways.filter((way) => wantedWays?.includes(way) ?? true);
		add(await measureList({ ...scenario, ways }, nodePath, runs, report));
	}
	const json = JSON.stringify(tables, null, '\t');
	if (values.json !== undefined) writeFileSync(values.json, `${json}\n`);
	else console.log(`\n${json}`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
