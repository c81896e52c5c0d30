import { resources } from '../../nodes/Intercom/resources';
import { schemasOf } from './schemas';
import { writeSchemas } from './files';

/** Writes the output previews of all operations; says which resources could not be run, and keeps theirs. */
async function main(): Promise<void> {
	for (const resource of resources) {
		try {
			await writeSchemas(resource.value, await schemasOf(resource));
		} catch (error) {
			console.error(error instanceof Error ? error.message : error);
			process.exitCode = 1;
		}
	}
}

void main();
