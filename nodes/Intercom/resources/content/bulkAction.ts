import type { Completion, Operation, Parameter } from '../../engine/operation';
import { checkBulkAction } from './bulk-actions';

const contentItems: Completion = async ({ values }) => ({
	content_ids: (values.contentIds as string[]).map((id) => ({
		type: String(values.contentType),
		id,
	})),
});

/** A collection of fields that shows for one action. */
function forAction(action: string, name: string, options: Parameter[]): Parameter {
	return {
		displayName: 'Changes',
		name,
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: { show: { action: [action] } },
		options,
	};
}

function flag(displayName: string, name: string, wireName: string, description: string): Parameter {
	return {
		displayName,
		name,
		type: 'boolean',
		default: true,
		description,
		wire: { name: wireName },
	};
}

function tags(displayName: string, name: string, wireName: string): Parameter {
	return {
		displayName,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTags' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		wire: { name: wireName, as: 'integerIdList' },
	};
}

function audiences(
	displayName: string,
	name: string,
	wireName: string,
	description: string,
): Parameter {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. 100, 200',
		description,
		wire: { name: wireName, as: 'integerIdList' },
	};
}

export const bulkAction = {
	name: 'Bulk Action',
	value: 'bulkAction',
	action: 'Run bulk action on content',
	description:
		'Publish, unpublish, delete or tag up to 1,000 pieces of content at once, or set who sees them. Intercom works on it afterwards.',
	request: 'POST /content/bulk_actions',
	parameters: [
		{
			displayName: 'Action',
			name: 'action',
			type: 'options',
			options: [
				{ name: 'Delete', value: 'delete' },
				{ name: 'Publish', value: 'publish' },
				{ name: 'Set Audience', value: 'set_audience' },
				{ name: 'Set Availability', value: 'set_availability' },
				{ name: 'Unpublish', value: 'unpublish' },
				{ name: 'Update Tags', value: 'update_tags' },
			],
			default: 'publish',
			description: 'What to do with the content',
		},
		{
			displayName: 'Content Type',
			name: 'contentType',
			type: 'options',
			options: [
				{ name: 'Article', value: 'article', description: 'For tags' },
				{
					name: 'Article Text',
					value: 'article_content',
					description: 'An article in one language: all actions but tags',
				},
				{ name: 'Content Snippet', value: 'content_snippet' },
				{ name: 'External Page', value: 'external_content' },
				{ name: 'File', value: 'file_source_content' },
				{ name: 'Internal Article', value: 'internal_article' },
			],
			default: 'article_content',
			description: 'What the IDs belong to',
			wire: { to: 'none' },
		},
		{
			displayName: 'Content IDs',
			name: 'contentIds',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 12345678, 12345679',
			description:
				'The IDs, separated by commas. Those of article texts are in the <code>contents</code> that Search returns.',
			wire: { to: 'none', as: 'commaList' },
		},
		forAction('set_audience', 'audience', [
			audiences(
				'Add Audience IDs',
				'addSegmentIds',
				'audience.add_segment_ids',
				'The audiences to add, separated by commas',
			),
			flag(
				'Remove All',
				'removeAll',
				'audience.remove_all',
				'Whether to take the content away from all audiences',
			),
			audiences(
				'Remove Audience IDs',
				'removeSegmentIds',
				'audience.remove_segment_ids',
				'The audiences to remove, separated by commas',
			),
		]),
		forAction('set_availability', 'availability', [
			flag('Copilot', 'copilot', 'availability.copilot', 'Whether Copilot may use the content'),
			flag(
				'Fin',
				'aiAgent',
				'availability.ai_agent',
				'Whether the AI agent Fin may use the content',
			),
			flag(
				'Sales Agent',
				'salesAgent',
				'availability.sales_agent',
				'Whether the AI sales agent may use the content',
			),
		]),
		forAction('update_tags', 'tags', [
			tags('Add Tag Names or IDs', 'addTagIds', 'tags.add_tag_ids'),
			tags('Remove Tag Names or IDs', 'removeTagIds', 'tags.remove_tag_ids'),
		]),
	],
	complete: [contentItems],
	check: checkBulkAction,
	repeatable: true,
	emptyAnswer: { success: true },
} satisfies Operation;
