import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { resources } from '../../nodes/Intercom/resources';
import { coverageFile, coverageOf, renderCoverage } from './coverage';
import { howToGetDescription, loadDescription } from './description';

const description = loadDescription();
if (description === undefined) {
	console.error(howToGetDescription);
	process.exitCode = 1;
} else {
	const rows = coverageOf(description, resources);
	mkdirSync(dirname(coverageFile), { recursive: true });
	writeFileSync(coverageFile, renderCoverage(description.info.version, rows));
}
