import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { title } from '../knowledge-fields';
import { contentSourceLocator } from '../locators';
import { externalId, html, pageSummary, url } from './fields';

export const upsert = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update external page',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	request: 'POST /ai/external_pages',
	parameters: [
		{
			...contentSourceLocator,
			description: 'The content source it belongs to; one that was created by the API',
			wire: { name: 'source_id', as: 'integerId' },
		},
		{ ...externalId, required: true },
		{ ...title, required: true },
		{ ...html, required: true },
		additionalFieldsOf(
			{
				displayName: 'Available to Copilot',
				name: 'aiCopilotAvailability',
				type: 'boolean',
				default: true,
				description: 'Whether Copilot may answer with it; new pages are not used otherwise',
			},
			{
				displayName: 'Available to Fin',
				name: 'aiAgentAvailability',
				type: 'boolean',
				default: true,
				description: 'Whether Fin may answer with it; new pages are not used otherwise',
			},
			url,
		),
	],
	// Pages have no other language (2.16 `create_external_page_request`).
	body: { locale: 'en' },
	simplify: pageSummary,
	// Intercom finds the page by its source and external ID.
	repeatable: true,
	record: (_values, body) =>
		`/ai/external_pages ${String(body.source_id)} ${String(body.external_id)}`,
} satisfies Operation;
