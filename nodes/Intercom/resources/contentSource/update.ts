import type { Completion, Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { audienceIds } from '../knowledge-fields';
import { contentSourceLocator } from '../locators';
import { status, url } from './fields';

/**
 * Puts what is not to change beside what is: Intercom insists on the address and the kind of sync,
 * and names one kind differently in requests (2.16 `update_content_import_source_request`).
 */
const keepTheRest: Completion = async ({ client, values, body }) => {
	const path = `/ai/content_import_sources/${encodeURIComponent(String(values.contentSourceId))}`;
	const source = await client.send({ method: 'GET', path, repeatable: true });
	const { url: address, sync_behavior: sync } = source;
	return {
		url: address,
		sync_behavior: sync === 'automatic' ? 'automated' : sync,
		...body,
	};
};

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update content source',
	description: 'Change a content source',
	request: 'PUT /ai/content_import_sources/{contentSourceId}',
	requests: ['GET /ai/content_import_sources/{contentSourceId}'],
	parameters: [
		contentSourceLocator,
		updateFieldsOf(
			{
				displayName: 'Apply Audience to Existing Content',
				name: 'applyAudienceToExistingContent',
				type: 'boolean',
				default: false,
				description: 'Whether pages that are there already get the audiences, too',
			},
			audienceIds,
			status,
			{ ...url, description: 'The new address; only for sources that are kept by the API' },
		),
	],
	complete: [keepTheRest],
} satisfies Operation;
