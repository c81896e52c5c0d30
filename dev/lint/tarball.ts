import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { ESLint } from 'eslint';

import { runCommand } from '../n8n/command';
import { packPackage } from '../n8n/pack';

/** What the scanner reads of a published package (n8n-platform.md §3b). */
const scanned = ['**/*.js', 'package.json'];

/**
 * Builds and packs the package, unpacks it into a temporary folder and lints what users would install, with
 * the rules of n8n's scanner. Prints the findings.
 *
 * @returns the number of errors; warnings pass, as they do for the scanner
 */
async function lintTarball(): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'lint-tarball-'));
	try {
		const tarball = await packPackage(folder);
		await runCommand('tar', ['-xzf', tarball, '-C', folder], {
			folder,
			environment: process.env,
		});
		const eslint = new ESLint({
			cwd: join(folder, 'package'),
			overrideConfigFile: resolve(__dirname, 'scanner.config.mjs'),
		});
		const results = await eslint.lintFiles(scanned);
		const formatter = await eslint.loadFormatter('stylish');
		const report = await formatter.format(results);
		if (report !== '') console.log(report);
		console.log(`Linted ${results.length} files of the packed package`);
		return results.reduce((sum, { errorCount }) => sum + errorCount, 0);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

lintTarball()
	.then((errors) => {
		if (errors > 0) process.exitCode = 1;
	})
	.catch((error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	});
