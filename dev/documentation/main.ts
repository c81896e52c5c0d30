import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../nodes/Intercom/resources';
import { withOperationsTable } from './operations';

const path = join(__dirname, '../../README.md');
writeFileSync(path, withOperationsTable(readFileSync(path, 'utf8'), resources));
