import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './command';
import type { InstalledN8n } from './install';
import { freePorts, machineEnvironment, type N8nServer } from './server';
import { startService, type Service } from './service';

/** Redis and PostgreSQL, which n8n's queue mode needs, each on a free port of the loopback interface. */
export interface QueueServices {
	/** Variables that put n8n's main process and its workers into queue mode (n8n-e2e.md §4). */
	environment: Record<string, string>;
	stop(): Promise<void>;
}

const START_TIMEOUT_SECONDS = 60;
/** Debian keeps the servers of each version apart, off the search path. */
const POSTGRESQL_FOLDER = '/usr/lib/postgresql';

function postgresqlPrograms(): string {
	const versions = existsSync(POSTGRESQL_FOLDER) ? readdirSync(POSTGRESQL_FOLDER) : [];
	const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
	if (newest === undefined) throw new Error('PostgreSQL is missing: apt-get install postgresql');
	return path.join(POSTGRESQL_FOLDER, newest, 'bin');
}

/** PostgreSQL refuses to run as root, so root hands its programs to the user that Debian made for it. */
function asDatabaseUser(program: string, parameters: string[]): [string, string[]] {
	if (process.getuid?.() !== 0) return [program, parameters];
	return ['runuser', ['-u', 'postgres', '--', program, ...parameters]];
}

async function startPostgresql(folder: string, port: number): Promise<Service> {
	const environment = machineEnvironment();
	const programs = postgresqlPrograms();
	const data = path.join(folder, 'data');
	if (process.getuid?.() === 0)
		await runCommand('chown', ['postgres', folder], { folder, environment });
	const initialise = asDatabaseUser(path.join(programs, 'initdb'), [
		...['-D', data, '-U', 'n8n', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale', 'C'],
	]);
	await runCommand(...initialise, { folder, environment });
	const [command, parameters] = asDatabaseUser(path.join(programs, 'postgres'), [
		...['-D', data, '-p', String(port), '-k', folder],
		...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
	]);
	const service = await startService({
		name: 'PostgreSQL',
		command,
		parameters,
		folder,
		environment,
		ready: 'database system is ready to accept connections',
		timeoutSeconds: START_TIMEOUT_SECONDS,
	});
	const login = ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n'];
	await runCommand(path.join(programs, 'createdb'), [...login, 'n8n'], { folder, environment });
	return service;
}

/**
 * Starts Redis and PostgreSQL with empty data.
 * @throws Error that names the Debian package, when one is missing
 */
export async function startQueueServices(): Promise<QueueServices> {
	const folder = await mkdtemp(path.join(tmpdir(), 'n8n-queue-'));
	const [redisPort, databasePort] = await freePorts(2);
	const running: Service[] = [];
	const stop = async () => {
		await Promise.all(running.map(async (service) => await service.stop()));
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	try {
		running.push(await startPostgresql(folder, databasePort));
		running.push(
			await startService({
				name: 'Redis',
				command: 'redis-server',
				parameters: [
					...['--port', String(redisPort), '--bind', '127.0.0.1'],
					...['--save', '', '--appendonly', 'no', '--dir', folder],
				],
				folder,
				environment: machineEnvironment(),
				ready: 'Ready to accept connections',
				timeoutSeconds: START_TIMEOUT_SECONDS,
			}),
		);
	} catch (error) {
		await stop();
		throw error;
	}
	const environment = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(databasePort),
		DB_POSTGRESDB_DATABASE: 'n8n',
		DB_POSTGRESDB_USER: 'n8n',
		DB_POSTGRESDB_PASSWORD: 'n8n',
	};
	return { environment, stop };
}

/**
 * Starts a worker that takes executions of a main process in queue mode.
 * @param concurrency how many executions it runs at a time
 */
export async function startWorker(
	server: N8nServer,
	n8n: InstalledN8n,
	concurrency: number,
): Promise<Service> {
	const [healthPort, brokerPort] = await freePorts(2);
	return await startService({
		name: `n8n ${n8n.version} worker`,
		command: n8n.nodePath,
		parameters: [n8n.commandPath, 'worker', `--concurrency=${concurrency}`],
		folder: server.userFolder,
		environment: {
			...server.environment,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(healthPort),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		},
		ready: 'worker is now ready',
		timeoutSeconds: START_TIMEOUT_SECONDS,
	});
}
