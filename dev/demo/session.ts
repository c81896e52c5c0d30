import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installN8n, type N8nMajor, type Report } from '../n8n/install';
import { packPackage } from '../n8n/pack';
import { type Playground, startPlayground } from '../n8n/playground';
import type { StoredWorkflow } from '../n8n/rest';
import { importExamples } from './examples';

/** A playground that holds the example workflows. */
export interface DemoSession extends Playground {
	workflows: StoredWorkflow[];
}

/**
 * From the sources to a running n8n: installs n8n, builds and packs the package, starts everything
 * and imports the example workflows.
 * @param report receives progress lines
 */
export async function startDemoSession(major: N8nMajor, report: Report): Promise<DemoSession> {
	const n8n = await installN8n(major, report);
	const folder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-intercom-'));
	try {
		report('Building and packing n8n-nodes-intercom');
		const tarball = await packPackage(folder);
		report(`Starting n8n ${n8n.version} and an emulated Intercom`);
		const playground = await startPlayground(n8n, tarball);
		return { ...playground, workflows: await importExamples(playground) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Prints where the editor is and how to log in, and returns when the user presses Ctrl+C. */
export async function offerEditor(
	{ n8n, owner, emulator }: Playground,
	report: Report,
): Promise<void> {
	report(`\nn8n's editor:  ${n8n.url}`);
	report(`Email:         ${owner.email}`);
	report(`Password:      ${owner.password}`);
	report(`Emulator:      ${emulator.url} (npm run emulator:send sends its webhooks)`);
	report('\nEverything here is thrown away when you press Ctrl+C.');
	await new Promise<void>((resolve) => {
		// Not `once`: a signal can come again from a parent process, and must not cut the clean-up short.
		process.on('SIGINT', () => resolve());
		process.on('SIGTERM', () => resolve());
	});
}
