import type { IDataObject } from 'n8n-workflow';

import { InputError, quoted } from '../../engine/input-error';
import type { Parameter, SimplifiedFields } from '../../engine/operation';
import { body, bodyMarkdown, title, translations } from '../knowledge-fields';

/** What "Simplify" keeps of an article. */
export const articleSummary: SimplifiedFields = {
	id: true,
	title: true,
	description: true,
	body: true,
	state: true,
	url: true,
	author_id: true,
	parent_ids: true,
	tags: 'tags.tags.name',
	created_at: true,
	updated_at: true,
};

/** What an article is about, in a sentence. */
export const description: Parameter = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description: 'What the article is about, in a sentence',
};

/** Whether the public sees an article. */
export const state: Parameter = {
	displayName: 'State',
	name: 'state',
	type: 'options',
	options: [
		{ name: 'Draft', value: 'draft' },
		{ name: 'Published', value: 'published' },
	],
	default: 'draft',
	description: 'Whether the article is shown in the help center',
};

/** @throws InputError for what is no ID of a collection */
function numericId(id: unknown): string {
	if (/^\d{1,15}$/.test(String(id))) return String(id);
	throw new InputError(`'Collection Name or ID' must be a numeric ID, not ${quoted(id)}`);
}

/**
 * The collection that an article stands in. Its type goes with it, which Intercom asks for since
 * there were sections beside collections.
 *
 * @param idType new articles take the ID as a number, changed ones as text (2.16
 * `create_article_request`, `update_article_request`)
 */
function collection(idType: (id: string) => number | string): Parameter {
	return {
		displayName: 'Collection Name or ID',
		name: 'parentId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getCollections' },
		default: '',
		description:
			'The collection that the article stands in. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		wire: {
			spread: true,
			as: (id) => ({ parent_id: idType(numericId(id)), parent_type: 'collection' }),
		},
	};
}

/** The collection of a new article. */
export const parentOfNew = collection(Number);

/** Another collection for an article. */
export const newParent = collection(String);

/** When an article will be published. */
export const scheduledPublishAt: Parameter = {
	displayName: 'Publish At',
	name: 'scheduledPublishAt',
	type: 'dateTime',
	default: '',
	description: 'When to publish the article by itself, in the future; State must be Published',
	wire: { as: 'isoDate', clearable: true },
};

/** When an article will be taken down. */
export const scheduledUnpublishAt: Parameter = {
	displayName: 'Unpublish At',
	name: 'scheduledUnpublishAt',
	type: 'dateTime',
	default: '',
	description:
		'When to take the article down by itself, in the future; not together with Publish At',
	wire: { as: 'isoDate', clearable: true },
};

/**
 * Checks what Intercom refuses of a schedule: two of them, a draft that is to be published, a time
 * that is past (2.16 `create_article_request`, `update_article_request`).
 *
 * @param content a request's body
 * @throws InputError naming the field
 */
export function checkSchedule({
	state: wanted,
	scheduled_publish_at: publishAt,
	scheduled_unpublish_at: unpublishAt,
}: IDataObject): void {
	if (publishAt && unpublishAt)
		throw new InputError(
			"'Publish At' and 'Unpublish At' are both set",
			'Intercom keeps one schedule per article. Remove one of them.',
		);
	if (publishAt && wanted === 'draft')
		throw new InputError(
			"'Publish At' needs the state Published",
			"Set 'State' to Published: the article stays hidden until then. Or remove 'Publish At'.",
		);
	for (const [name, date] of Object.entries({
		'Publish At': publishAt,
		'Unpublish At': unpublishAt,
	}))
		if (typeof date === 'string' && Date.parse(date) <= Date.now())
			throw new InputError(
				`'${name}' must be in the future, not ${date}`,
				"Give a later time, or remove it and set 'State' to change the article now.",
			);
}

/** n8n fills in the defaults of every row, so a row that says nothing about its state must have one that means so. */
const stateOfTranslation: Parameter = {
	displayName: 'State',
	name: 'state',
	type: 'options',
	options: [
		{ name: 'As It Is', value: '', description: 'A draft, where the language is new' },
		{ name: 'Draft', value: 'draft' },
		{ name: 'Published', value: 'published' },
	],
	default: '',
	description: 'Whether this language is shown in the help center',
};

/** An article in other languages. */
export const articleTranslations = translations([
	title,
	description,
	body,
	bodyMarkdown,
	stateOfTranslation,
]);
