import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { Pool } from '../../../nodes/Intercom/client/pool';
import { judge, works, type Verdict, type Work } from './cases';
import { faults, type Fault } from './fault-kinds';
import { LyingServer } from './lying-server';

/** Longer than a request that hangs, with its retry. */
const maxDuration = 100_000;

const server = new LyingServer();

beforeAll(async () => await server.start());
afterAll(async () => await server.close());

interface Case {
	name: string;
	work: Work;
	fault: Fault;
	times: number;
}

/** A page that comes again, or is empty, means something only where there are pages. */
function applies({ name }: Work, { only, name: fault }: Fault): boolean {
	if (only === undefined) return true;
	// A scroll ends with an empty page, and neither scrolls nor numbered pages have a cursor.
	if (name === 'scroll' || name === 'list by page') return fault === 'a page again';
	return ['list by cursor', 'search', 'poll'].includes(name);
}

const cases: Case[] = works.flatMap((work) =>
	faults
		.filter((fault) => applies(work, fault))
		.flatMap((fault) =>
			(fault.times === 'once' ? [1] : [1, Infinity]).map((times) => ({
				name: `${work.name}: ${fault.name}${times === 1 ? ', once' : ', always'}`,
				work,
				fault,
				times,
			})),
		),
);

async function verdictOf({ work, fault, times }: Case): Promise<Verdict | 'hung'> {
	const place = server.place(fault, work.target, times);
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<'hung'>((resolve) => {
		timer = setTimeout(() => resolve('hung'), maxDuration);
	});
	const judged = work.run(place).then((told) => judge(work, place, told));
	const verdict = await Promise.race([judged, tooLong]);
	clearTimeout(timer);
	return verdict;
}

/** Prints how many cases of each kind of work ended how. */
function print(verdicts: Array<[Case, Verdict | 'hung']>): void {
	const columns = [
		'succeeded',
		'failed clearly',
		'false success',
		'lost',
		'doubled',
		'unclear failure',
		'hung',
	];
	const rows = works.map(({ name }) => [
		name,
		...columns.map((column) =>
			String(verdicts.filter(([one, it]) => one.work.name === name && it === column).length),
		),
	]);
	const table = [['', ...columns], ...rows].map((row) =>
		row.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(16))).join(''),
	);
	process.stdout.write(`${verdicts.length} faults\n${table.join('\n')}\n`);
}

it(
	'Faults: whatever the server does, nothing is lost, done twice, or called done when it was not',
	async () => {
		// What takes longest goes first.
		const ordered = [...cases].sort(
			(a, b) => Number(b.fault.times === 'once') - Number(a.fault.times === 'once'),
		);
		const pool = new Pool(60);
		const verdicts = await Promise.all(
			ordered.map(async (one): Promise<[Case, Verdict | 'hung']> => [
				one,
				await pool.run(async () => await verdictOf(one)),
			]),
		);
		print(verdicts);
		const wrong = verdicts.filter(([, it]) => it !== 'succeeded' && it !== 'failed clearly');
		expect(wrong.map(([{ name }, verdict]) => `${name}: ${verdict}`)).toEqual([]);
	},
	maxDuration * 3,
);
