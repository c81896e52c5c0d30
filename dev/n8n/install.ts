import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError, runCommand } from './command';
import { npm, npmEnvironment } from './npm';

/** The major versions of n8n that the package is tested on; each has a folder with a lock file. */
export type N8nMajor = '1' | '2';

/** A real n8n, ready to be started. */
export interface InstalledN8n {
	major: N8nMajor;
	/** The full version, such as 2.40.7. */
	version: string;
	/** The Node.js that runs it. n8n 2 needs Node 24, whatever runs this repository. */
	nodePath: string;
	/** n8n's command line program, a script for `nodePath`. */
	commandPath: string;
}

/** Receives one line of progress. */
export type Report = (line: string) => void;

const PROGRESS_MILLISECONDS = 15_000;

interface PackageFile {
	dependencies: Record<string, string>;
	bin: Record<string, string>;
}

/**
 * Installs n8n, unless this was done before with the same lock file, on the same kind of machine.
 * The steps and their reasons: README.md beside this file.
 * @param report receives progress lines; nothing is reported when the install is reused
 * @throws Error that says what the machine lacks, when n8n's database driver can't be built
 */
export async function installN8n(major: N8nMajor, report: Report): Promise<InstalledN8n> {
	const folder = path.join(__dirname, `v${major}`);
	const version = (await readPackage(folder)).dependencies.n8n;
	const stampFile = path.join(folder, 'node_modules', '.installed');
	const stamp = await fingerprint(folder);
	if (!existsSync(stampFile) || (await readFile(stampFile, 'utf8')) !== stamp) {
		report(`Installing n8n ${version}, once: about 2 GB and 3 minutes`);
		await installPackages(folder, report);
		await buildDatabaseDriver(folder, report);
		await writeFile(stampFile, stamp);
		report(`Installed n8n ${version}`);
	}
	return {
		major,
		version,
		nodePath: await nodePath(folder),
		commandPath: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

/** Changes with the lock file and with the kind of machine that native code was built for. */
async function fingerprint(folder: string): Promise<string> {
	const hash = createHash('sha256');
	hash.update(await readFile(path.join(folder, 'package-lock.json')));
	hash.update(`${process.platform} ${process.arch}`);
	return hash.digest('hex');
}

async function installPackages(folder: string, report: Report): Promise<void> {
	const startedAt = Date.now();
	const timer = setInterval(() => {
		report(`  ${Math.round((Date.now() - startedAt) / 1000)} s, still downloading and unpacking`);
	}, PROGRESS_MILLISECONDS);
	try {
		// Not `npm ci`: it refuses locks whose optional packages for other platforms are missing.
		await npm(folder, ['install', '--no-save']);
		// Fetches the Node.js binary that n8n runs with.
		await npm(folder, ['rebuild', '--ignore-scripts=false', 'node']);
	} finally {
		clearInterval(timer);
	}
}

async function buildDatabaseDriver(folder: string, report: Report): Promise<void> {
	report('  preparing the database driver (sqlite3), about a minute');
	const headers = await headersFolder(folder);
	const binaries = path.join(folder, 'node_modules', '.bin');
	try {
		await npm(folder, ['rebuild', '--ignore-scripts=false', 'sqlite3'], {
			PATH: [binaries, process.env.PATH].join(path.delimiter),
			// Spares node-gyp a download of headers that came with the binary.
			...(headers && { npm_config_nodedir: headers }),
		});
	} catch (error) {
		const missing = await missingTools();
		if (!(error instanceof CommandError) || missing.length === 0) throw error;
		throw new Error(
			[
				`n8n's database driver could not be downloaded and has to be compiled, but this machine lacks: ${missing.join(', ')}.`,
				'Install them and try again. Debian or Ubuntu: apt-get install -y python3 make g++.',
				'macOS: xcode-select --install.',
			].join('\n'),
			{ cause: error },
		);
	}
}

/** The compiler tools that node-gyp asks for and that can't be run here. */
async function missingTools(): Promise<string[]> {
	const options = { folder: __dirname, environment: npmEnvironment() };
	const checks = ['python3', 'make', 'g++'].map(async (tool) => {
		try {
			await runCommand(tool, ['--version'], options);
			return [];
		} catch {
			return [tool];
		}
	});
	return (await Promise.all(checks)).flat();
}

/** The npm package `node` installs a package per platform inside itself: binary and headers. */
async function headersFolder(folder: string): Promise<string | undefined> {
	const packages = path.join(folder, 'node_modules', 'node', 'node_modules');
	if (!existsSync(packages)) return undefined;
	const folders = (await readdir(packages)).map((name) => path.join(packages, name));
	return folders.find((candidate) => existsSync(path.join(candidate, 'include/node/node_api.h')));
}

async function nodePath(folder: string): Promise<string> {
	const nodeFolder = path.join(folder, 'node_modules', 'node');
	return path.join(nodeFolder, (await readPackage(nodeFolder)).bin.node);
}

async function readPackage(folder: string): Promise<PackageFile> {
	return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as PackageFile;
}
