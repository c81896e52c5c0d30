import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './npm';

/** The repository's folder. */
const ROOT = path.join(__dirname, '..', '..');

/**
 * Builds the package and packs it, as a release would.
 * @param folder an existing, empty folder that receives the tarball
 * @returns path of the tarball
 * @throws CommandError with the compiler's words when the build fails
 */
export async function packPackage(folder: string): Promise<string> {
	await npm(ROOT, ['run', 'build']);
	await npm(ROOT, ['pack', '--pack-destination', folder]);
	const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
	return path.join(folder, tarball);
}
