import type { SettingsChange } from '../emulator';

/** Many requests under one limit. Seconds and milliseconds as named. */
export interface UpdateScenario {
	name: string;
	/** What each request does; `identify` takes no expression. */
	kind?: 'identify' | 'reply' | 'update';
	updates: number;
	/** Without a limit there is no floor: the ratio is then that of the CPU to this way's. */
	base?: string;
	limit: number;
	windowSeconds: number;
	latencyMilliseconds: number;
	/** Ways by key, with how many runs each; undefined for the number asked for. */
	ways: Record<string, number | undefined>;
	/** Processes that share the work and the limit. */
	processes?: number;
	/** Further knobs of the emulator. */
	settings?: SettingsChange;
	/** Changes of the limit while the run goes on: after so many milliseconds, this limit. */
	changes?: Array<{ after: number; limit: number }>;
}

const every = undefined;
const updates = 3_000;
const short = { updates, limit: 500, windowSeconds: 3, latencyMilliseconds: 50 };

const unlimited = { updates: 2_000, limit: 0, windowSeconds: 10, latencyMilliseconds: 0 };

/** All bulk updates that are measured. */
export const updateScenarios: UpdateScenario[] = [
	{
		name: 'update',
		updates,
		limit: 1_666,
		windowSeconds: 10,
		latencyMilliseconds: 50,
		ways: {
			thisNode: every,
			sdk: every,
			rawAxios: every,
			declarative: every,
			httpRequestNode: 1,
			builtInNode: 1,
		},
	},
	{ name: 'update-short-windows', ...short, ways: { thisNode: every, sdk: every } },
	{ name: 'update-with-reply', ...short, kind: 'reply', ways: { thisNode: every } },
	{ name: 'update-two-processes', ...short, ways: { thisNode: every }, processes: 2 },
	{
		name: 'update-changing-limit',
		...short,
		ways: { thisNode: every },
		changes: [
			{ after: 4_000, limit: 400 },
			{ after: 8_000, limit: 600 },
			{ after: 12_000, limit: 500 },
		],
	},
	{
		name: 'update-without-headers',
		...short,
		ways: { thisNode: every },
		settings: { rateLimit: { headers: false } },
	},
	{
		name: 'update-clock-behind',
		...short,
		ways: { thisNode: every },
		settings: { clockSkewMilliseconds: 30_000 },
	},
	{
		name: 'update-clock-ahead',
		...short,
		ways: { thisNode: every },
		settings: { clockSkewMilliseconds: -30_000 },
	},
	{
		name: 'update-no-limit',
		...unlimited,
		base: 'bareHelperWithParameters',
		ways: {
			bareHelperWithParameters: every,
			thisNode: every,
			bareHelper: every,
			rawAxios: every,
			sdk: every,
			declarative: every,
		},
	},
	{
		name: 'identify-no-limit',
		...unlimited,
		kind: 'identify',
		base: 'bareHelper',
		ways: { bareHelper: every, thisNode: every },
	},
];

/** The least time for so many requests, in seconds: windows are full at their start. */
export function floorSeconds({
	updates: count,
	limit,
	windowSeconds,
	latencyMilliseconds,
}: UpdateScenario): number {
	const windows = limit === 0 ? 1 : Math.ceil(count / limit);
	return (windows - 1) * windowSeconds + latencyMilliseconds / 1000;
}
