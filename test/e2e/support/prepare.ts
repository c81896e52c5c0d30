import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installN8n } from '../../../dev/n8n/install';
import { packPackage } from '../../../dev/n8n/pack';
import { chosenMajor, givenTarball, giveTarball } from './under-test';

/** Runs once, before all test files: installs n8n where needed, builds and packs the package. */
export default async function prepare(): Promise<void> {
	const report = (line: string) => process.stdout.write(`${line}\n`);
	report('');
	await installN8n(chosenMajor(), report);
	if (givenTarball()) return;
	report('Building and packing n8n-nodes-intercom');
	const folder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-intercom-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	giveTarball(await packPackage(folder));
}
