import type { Operation } from '../../engine/operation';
import { contentSourceLocator } from '../locators';

export const deleteContentSource = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete content source',
	description: 'Delete a content source for good, and all external pages that came from it',
	request: 'DELETE /ai/content_import_sources/{contentSourceId}',
	parameters: [contentSourceLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
