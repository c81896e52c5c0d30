import type { RecordedRequest } from '../emulator';
import type { Measurement } from './task';

/** One line of a table. Numbers are medians over the runs. */
export interface Row {
	way: string;
	wallSeconds: number;
	/** Wall time divided by the computed floor, or by another way where the table says so. */
	ratio: number;
	succeeded: number;
	failed: number;
	requests: number;
	/** Answers with status 429. */
	refused: number;
	/** Writes that were carried out again for the same record; for lists, records that came out again. */
	writtenTwice: number;
	cpuSeconds: number;
	/** Mebibytes. */
	peakMemory: number;
	/** Peak memory divided by another way's, where the table says so. */
	memoryRatio?: number;
	/** Seconds that a single request of another execution took in the middle. */
	replySeconds?: number;
	error?: string;
}

/** A table of a scenario, also printed as JSON. */
export interface Table {
	scenario: string;
	/** What the ratio is to, and what the limit was. */
	note: string;
	rows: Row[];
}

/** The middle value; with an even count the mean of both in the middle. */
export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What the emulator saw of a run. */
export interface Seen {
	requests: number;
	refused: number;
	writtenTwice: number;
}

/** One run of a way: what it measured itself, and what the emulator saw. */
export interface Run {
	measured: Measurement;
	seen: Seen;
}

/**
 * Counts requests, refusals and writes done twice.
 *
 * @param recordOf names the record that a carried-out write is about
 */
export function countRequests(
	requests: RecordedRequest[],
	recordOf: (request: RecordedRequest) => string,
): Seen {
	const writes = requests.filter(({ method, status }) => method !== 'GET' && status === 200);
	return {
		requests: requests.length,
		refused: requests.filter(({ status }) => status === 429).length,
		writtenTwice: writes.length - new Set(writes.map(recordOf)).size,
	};
}

/** One row from several runs of the same way. */
export function rowOf(way: string, runs: Run[], base: number): Row {
	const middle = (value: (run: Run) => number) => median(runs.map(value));
	const wallSeconds = middle(({ measured }) => measured.wallSeconds);
	return {
		way,
		wallSeconds,
		ratio: wallSeconds / base,
		succeeded: middle(({ measured }) => measured.succeeded),
		failed: middle(({ measured }) => measured.failed),
		requests: middle(({ seen }) => seen.requests),
		refused: middle(({ seen }) => seen.refused),
		writtenTwice: middle(({ seen }) => seen.writtenTwice),
		cpuSeconds: middle(({ measured }) => measured.cpuSeconds),
		peakMemory: middle(({ measured }) => measured.peakMemory) / 2 ** 20,
		...(runs[0].measured.replySeconds !== undefined && {
			replySeconds: middle(({ measured }) => measured.replySeconds ?? Number.NaN),
		}),
		error: runs.find(({ measured }) => measured.error !== undefined)?.measured.error,
	};
}

/** The table as text. */
export function formatTable({ scenario, note, rows }: Table): string {
	const head = [
		'way',
		'wall s',
		'ratio',
		'ok',
		'failed',
		'requests',
		'429',
		'twice',
		'cpu s',
		'MiB',
		'× MiB',
		'reply s',
	];
	const lines = rows.map((row) => [
		row.way,
		row.wallSeconds.toFixed(2),
		row.failed > 0 ? '–' : row.ratio.toFixed(2),
		String(row.succeeded),
		String(row.failed),
		String(row.requests),
		String(row.refused),
		String(row.writtenTwice),
		row.cpuSeconds.toFixed(2),
		row.peakMemory.toFixed(0),
		row.memoryRatio?.toFixed(2) ?? '',
		row.replySeconds?.toFixed(2) ?? '',
	]);
	const widths = head.map((_, column) =>
		Math.max(...[head, ...lines].map((line) => line[column].length)),
	);
	const draw = (line: string[]) =>
		line
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
			)
			.join('  ');
	const errors = rows
		.filter(({ error }) => error !== undefined)
		.map(({ way, error }) => `  ${way}: ${error}`);
	return [`${scenario}\n${note}`, draw(head), ...lines.map(draw), ...errors].join('\n');
}
