import { readOptions } from './options';
import { offerEditor, startDemoSession } from './session';

/** `npm run editor`: opens a real n8n with the package and the examples, and runs nothing. */
async function main(): Promise<void> {
	const session = await startDemoSession(readOptions().major, console.log);
	try {
		await offerEditor(session, console.log);
	} finally {
		await session.stop();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
