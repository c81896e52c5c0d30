import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { audienceIds } from '../knowledge-fields';
import { status, url } from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create content source',
	description: 'Create a content source, to which external pages can be added',
	request: 'POST /ai/content_import_sources',
	parameters: [{ ...url, required: true }, additionalFieldsOf(audienceIds, status)],
	// The only kind that can be created by the API (2.16 `create_content_import_source_request`).
	body: { sync_behavior: 'api' },
} satisfies Operation;
