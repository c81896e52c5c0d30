import type { N8nMajor } from '../../../dev/n8n/install';

/**
 * The n8n to test on: N8N_E2E_VERSION=1 or 2, default 2.
 * @throws RangeError for another value
 */
export function chosenMajor(): N8nMajor {
	const major = process.env.N8N_E2E_VERSION || '2';
	if (major !== '1' && major !== '2') {
		throw new RangeError(`N8N_E2E_VERSION must be 1 or 2, not ${major}`);
	}
	return major;
}

/**
 * Path of the packed package: N8N_E2E_TARBALL, which the set-up sets unless the caller did, because
 * test files share nothing with it but the environment.
 */
export function givenTarball(): string | undefined {
	return process.env.N8N_E2E_TARBALL || undefined;
}

/** Tells the test files where the packed package is. */
export function giveTarball(tarball: string): void {
	process.env.N8N_E2E_TARBALL = tarball;
}
