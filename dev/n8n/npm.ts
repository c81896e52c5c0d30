import path from 'node:path';
import { runCommand } from './command';

/** Settings that say where packages come from. They stay; every other setting of the caller goes. */
const SOURCE_SETTINGS = new Set([
	'ca',
	'cache',
	'cafile',
	'globalconfig',
	'https_proxy',
	'noproxy',
	'proxy',
	'registry',
	'strict_ssl',
	'userconfig',
]);

/**
 * The environment for an npm that works in another folder. `npm run` hands the settings of the
 * repository's own .npmrc down as `npm_config_*` variables, where they would beat the .npmrc of that
 * folder.
 */
export function npmEnvironment(additions: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => {
		const setting = /^npm_config_(.*)$/i.exec(name)?.[1].toLowerCase();
		if (setting !== undefined) return SOURCE_SETTINGS.has(setting);
		return !/^npm_/i.test(name) && name !== 'NODE_OPTIONS' && name !== 'NODE_ENV';
	});
	return { ...Object.fromEntries(inherited), ...additions };
}

/**
 * Runs npm in a folder, with that folder's settings.
 * @returns what it printed to standard output
 * @throws CommandError with npm's whole output
 */
export async function npm(
	folder: string,
	parameters: string[],
	additions?: NodeJS.ProcessEnv,
): Promise<string> {
	// Under `npm run` the running npm names itself, which also works where `npm` is a batch file.
	const running = process.env.npm_execpath;
	const [command, first] =
		running && path.basename(running).startsWith('npm')
			? [process.execPath, [running]]
			: ['npm', []];
	return await runCommand(command, [...first, ...parameters], {
		folder,
		environment: npmEnvironment(additions),
	});
}
