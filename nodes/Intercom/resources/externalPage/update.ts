import { InputError } from '../../engine/input-error';
import type { Completion, Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { title } from '../knowledge-fields';
import { externalPageLocator } from '../locators';
import { externalId, html, pageSummary, url } from './fields';

/**
 * Puts what is not to change beside what is: Intercom insists on all of it (2.16
 * `update_external_page_request`).
 *
 * @throws InputError where a page has no address and is to get none
 */
const keepTheRest: Completion = async ({ client, values, body }) => {
	const path = `/ai/external_pages/${encodeURIComponent(String(values.externalPageId))}`;
	const page = await client.send({ method: 'GET', path, repeatable: true });
	const whole = {
		title: page.title,
		html: page.html,
		url: page.url,
		source_id: page.source_id,
		...body,
	};
	if (whole.url) return whole;
	throw new InputError(
		'The external page has no URL, and Intercom changes only pages that have one',
		"Add 'URL' under 'Update Fields', or use the operation Create or Update, which needs none.",
	);
};

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update external page',
	description: 'Change an external page that was created by the API',
	request: 'PUT /ai/external_pages/{externalPageId}',
	requests: ['GET /ai/external_pages/{externalPageId}'],
	parameters: [
		externalPageLocator,
		updateFieldsOf(
			{
				displayName: 'Available to Fin',
				name: 'finAvailability',
				type: 'boolean',
				default: true,
				description: 'Whether Fin may answer with it',
			},
			html,
			{
				displayName: 'Content Source Name or ID',
				name: 'sourceId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getContentSources' },
				default: '',
				description:
					'The content source to move it to. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				wire: { as: 'integerId' },
			},
			externalId,
			title,
			url,
		),
	],
	body: { locale: 'en' },
	complete: [keepTheRest],
	simplify: pageSummary,
} satisfies Operation;
