import { runExample } from './examples';
import { readOptions } from './options';
import { offerEditor, startDemoSession } from './session';
import { drawResult } from './table';

/**
 * `npm run demo`: runs the example workflows in a real n8n against an emulated Intercom and prints
 * what each node returned. The exit code is 1 when a workflow fails or a node returns nothing.
 */
async function main(): Promise<void> {
	const { once, major } = readOptions();
	const session = await startDemoSession(major, console.log);
	try {
		let passed = true;
		for (const workflow of session.workflows) {
			const result = await runExample(session.client, workflow);
			passed &&= result.passed;
			console.log(`\n${drawResult(result)}`);
		}
		console.log(
			passed ? '\nAll examples passed' : '\nAn example failed or a node returned nothing',
		);
		process.exitCode = passed ? 0 : 1;
		if (!once) await offerEditor(session, console.log);
	} finally {
		await session.stop();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
