import { parseArgs } from 'node:util';
import { CLIENT_SECRET, startEmulator } from './index';

/** What a process that forked this one is told once the emulator listens. */
export interface EmulatorReady {
	url: string;
	token: string;
}

/** Options of the command: each as a flag, or as an environment variable. */
const OPTIONS = {
	/** TCP port; 0 for a free one. */
	port: 'EMULATOR_PORT',
	/** Contacts to begin with. */
	contacts: 'EMULATOR_CONTACTS',
	/** Requests per window; 0 for no limit. */
	limit: 'EMULATOR_LIMIT',
	/** Length of a rate-limit window in seconds. */
	window: 'EMULATOR_WINDOW',
	/** How far `X-RateLimit-Reset` lies after the end of the window, in seconds; 6 by default. */
	'reset-delay': 'EMULATOR_RESET_DELAY',
	/** Time every request takes, in milliseconds. */
	latency: 'EMULATOR_LATENCY',
	/** How long search runs behind, in milliseconds. */
	lag: 'EMULATOR_LAG',
} as const;

type Option = keyof typeof OPTIONS;

const { values } = parseArgs({
	options: Object.fromEntries(
		Object.keys(OPTIONS).map((name) => [name, { type: 'string' as const }]),
	),
});

/** The number given for an option; undefined when none is. */
function read(option: Option): number | undefined {
	const given = values[option] ?? process.env[OPTIONS[option]];
	if (given === undefined || given === '') return undefined;
	const number = Number(given);
	if (Number.isFinite(number) && number >= 0) return number;
	throw new Error(`--${option} must be a number, not '${String(given)}'`);
}

/** Runs an emulator until the process is told to stop. */
async function main(): Promise<void> {
	const limit = read('limit');
	const windowSeconds = read('window');
	const resetDelaySeconds = read('reset-delay');
	const emulator = await startEmulator({
		port: read('port'),
		contacts: read('contacts'),
		settings: {
			latencyMilliseconds: read('latency') ?? 0,
			searchLagMilliseconds: read('lag') ?? 0,
			rateLimit: {
				...(limit === undefined ? {} : { limit }),
				...(windowSeconds === undefined ? {} : { windowSeconds }),
				...(resetDelaySeconds === undefined ? {} : { resetDelaySeconds }),
			},
		},
	});
	console.log(`Intercom emulator: ${emulator.url}`);
	console.log(`Access token: ${emulator.token}`);
	console.log(`Client secret: ${CLIENT_SECRET}`);
	const ready: EmulatorReady = { url: emulator.url, token: emulator.token };
	process.send?.(ready);
	const end = async () => {
		await emulator.close();
		if (process.connected) process.disconnect();
	};
	for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(event, () => void end());
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
