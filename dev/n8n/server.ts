import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InstalledN8n, N8nMajor } from './install';
import { npm } from './npm';
import { startService } from './service';

/** What to start. */
export interface N8nServerOptions {
	n8n: InstalledN8n;
	/** Tarball of the community package to install into n8n. */
	tarball: string;
	/** Further variables for n8n, which win over the ones set here. */
	environment?: Record<string, string>;
}

/** A running n8n with an empty database and the community package. */
export interface N8nServer {
	/** Address of the editor and of the REST interface, without a trailing slash. */
	url: string;
	major: N8nMajor;
	version: string;
	/** The folder it runs in; the package is installed below it. */
	userFolder: string;
	/** All its variables, for workers that are to share its work. */
	environment: NodeJS.ProcessEnv;
	/** Everything n8n has printed so far. */
	log(): string;
	/** Ends the process and starts another one with the same data, at the same address. */
	restart(): Promise<void>;
	/** Ends the process and deletes its user folder. */
	stop(): Promise<void>;
}

const START_TIMEOUT_SECONDS = 120;

/**
 * Starts n8n on free ports of the loopback interface, with a user folder of its own, and waits until
 * it serves its editor.
 * @throws Error with n8n's log when it does not start
 */
export async function startN8n(options: N8nServerOptions): Promise<N8nServer> {
	const { n8n, tarball } = options;
	const userFolder = await mkdtemp(path.join(tmpdir(), 'n8n-user-'));
	const removeUserFolder = async () => {
		await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	};
	try {
		await installCommunityPackage(userFolder, tarball);
		const [port, brokerPort] = await freePorts(2);
		const url = `http://127.0.0.1:${port}`;
		const environment = {
			...machineEnvironment(),
			...quietEnvironment,
			N8N_USER_FOLDER: userFolder,
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			N8N_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(brokerPort),
			WEBHOOK_URL: url,
			...options.environment,
		};
		const start = async () =>
			await startService({
				name: `n8n ${n8n.version}`,
				command: n8n.nodePath,
				parameters: [n8n.commandPath, 'start'],
				folder: userFolder,
				environment,
				// Before this line n8n answers every request with 200 and a waiting page (n8n-e2e.md §1).
				ready: 'Editor is now accessible via',
				timeoutSeconds: START_TIMEOUT_SECONDS,
			});
		let service = await start();
		let earlierLog = '';
		return {
			url,
			major: n8n.major,
			version: n8n.version,
			userFolder,
			environment,
			log: () => earlierLog + service.log(),
			restart: async () => {
				await service.stop();
				earlierLog += service.log();
				service = await start();
			},
			stop: async () => {
				await service.stop();
				await removeUserFolder();
			},
		};
	} catch (error) {
		await removeUserFolder();
		throw error;
	}
}

/** Installs the tarball where n8n looks for community packages, as its own installer does. */
async function installCommunityPackage(userFolder: string, tarball: string): Promise<void> {
	const folder = path.join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	await writeFile(
		path.join(folder, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }),
	);
	const flags = [
		'--ignore-scripts',
		'--legacy-peer-deps',
		'--omit=peer',
		'--no-audit',
		'--no-fund',
	];
	await npm(folder, ['install', tarball, ...flags]);
}

/** Variables that n8n needs from this machine; its own settings in the caller's shell stay out. */
export function machineEnvironment(): NodeJS.ProcessEnv {
	const names = [
		'PATH',
		'HOME',
		'USERPROFILE',
		'TMPDIR',
		'TEMP',
		'TMP',
		'LANG',
		'TZ',
		'SystemRoot',
	];
	return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** n8n without calls to the outside, telemetry and banners; manual and live runs are kept. */
const quietEnvironment = {
	N8N_HOST: '127.0.0.1',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
};

/** Ports that are free now. All are held until the last one is known, so they differ. */
export async function freePorts(count: number): Promise<number[]> {
	const servers = await Promise.all(
		Array.from(
			{ length: count },
			() =>
				new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
					const server = createServer();
					server.once('error', reject);
					server.listen(0, '127.0.0.1', () => resolve(server));
				}),
		),
	);
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
	return ports;
}
