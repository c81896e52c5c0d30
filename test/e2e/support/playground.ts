import { afterAll, beforeAll } from '@jest/globals';
import { installN8n } from '../../../dev/n8n/install';
import { type Environment, type Playground, startPlayground } from '../../../dev/n8n/playground';
import { chosenMajor, givenTarball } from './under-test';

/** Starting n8n, in milliseconds. */
const START_TIMEOUT = 180_000;

/**
 * Gives a test file a playground of its own, started before its first test and stopped after its
 * last.
 * @param environment further variables for n8n
 * @returns a function that returns the playground while tests run
 */
export function usePlayground(environment: Environment = {}): () => Playground {
	let playground: Playground | undefined;
	beforeAll(async () => {
		const n8n = await installN8n(chosenMajor(), () => {});
		const tarball = givenTarball();
		if (!tarball) throw new Error('The package has not been packed');
		playground = await startPlayground(n8n, tarball, environment);
	}, START_TIMEOUT);
	afterAll(async () => {
		await playground?.stop();
	});
	return () => {
		if (!playground) throw new Error('The playground runs only during tests');
		return playground;
	};
}
