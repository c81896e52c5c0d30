import type { Operation } from '../../engine/operation';
import { contentSourceLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get content source',
	description: 'Get a content source',
	request: 'GET /ai/content_import_sources/{contentSourceId}',
	parameters: [contentSourceLocator],
} satisfies Operation;
