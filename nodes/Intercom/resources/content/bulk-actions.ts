import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../engine/input-error';
import type { Values } from '../../engine/operation';

const readable = ['external_content', 'file_source_content'];
const written = ['content_snippet', 'internal_article'];

/**
 * The kinds of content that each action takes; Intercom drops others in silence (2.16
 * `content_bulk_action_request`). Tags belong to articles, all else to their texts by language.
 */
const takenBy: Record<string, string[]> = {
	publish: ['article_content'],
	unpublish: ['article_content'],
	delete: ['article_content', 'file_source_content', ...written],
	set_availability: ['article_content', ...readable, ...written],
	set_audience: ['article_content', ...readable, ...written],
	update_tags: ['article', ...readable, ...written],
};

/** What must be filled in besides the content, by action. */
const needs: Record<string, string> = {
	set_availability: 'availability',
	set_audience: 'audience',
	update_tags: 'tags',
};

const mostItems = 1000;
const mostTags = 100;

function refuseType(action: string, type: string): void {
	const taken = takenBy[action] ?? [];
	if (taken.includes(type)) return;
	const isArticle = type.startsWith('article');
	throw new InputError(
		`'Action' can't be done with the chosen 'Content Type'`,
		isArticle && action === 'update_tags'
			? "Choose the type 'Article' and give the ID of the article itself."
			: isArticle && taken.includes('article_content')
				? "Choose the type 'Article Text' and give the IDs that Search returns in the article's contents."
				: `Choose one of: ${taken.join(', ')}.`,
	);
}

/**
 * Checks what Intercom would drop in silence or refuse only after the fact.
 *
 * @throws InputError
 */
export function checkBulkAction(values: Values, body: IDataObject): void {
	const action = String(values.action);
	const ids = values.contentIds as string[];
	if (ids.length > mostItems)
		throw new InputError(
			`'Content IDs' names ${ids.length} items, but Intercom takes at most ${mostItems} at once`,
			'Split them, for example with a Loop Over Items node.',
		);
	refuseType(action, String(values.contentType));
	const needed = needs[action];
	if (needed !== undefined && body[needed] === undefined)
		throw new InputError(
			"'Changes' is empty: nothing is chosen to change",
			'Add at least one field below the content IDs.',
		);
	const { add_tag_ids: added = [], remove_tag_ids: removed = [] } = (body.tags ?? {}) as {
		add_tag_ids?: number[];
		remove_tag_ids?: number[];
	};
	const tags = new Set([...added, ...removed]).size;
	if (tags > mostTags)
		throw new InputError(
			`${tags} tags are to be added or removed, but Intercom takes at most ${mostTags} at once`,
			'Split them over several items.',
		);
}
