import type { IDataObject } from 'n8n-workflow';

import { pathSegment } from '../client/identifier';
import { recordsIn, valueAt } from '../client/paginate';
import { renderHtml } from '../transcript/html/render';
import { plainStyle } from '../transcript/html/styles';
import { clientFor } from './client';
import { pageSize, wholeList, type ListSearch } from './lists';
import { chosenBeside } from './searchTickets';

/** The most characters of a message that a drop-down shows. */
const longestTitle = 60;

/** What a conversation is about, in one line: its title, its subject or its first words. */
function titleOf(conversation: IDataObject): string {
	const body = renderHtml(String(valueAt(conversation, 'source.body') ?? ''), plainStyle);
	const subject = renderHtml(String(valueAt(conversation, 'source.subject') ?? ''), plainStyle);
	const title = [conversation.title, subject, body].map((text) => String(text ?? '').trim());
	const line = (title.find((text) => text !== '') ?? '').replace(/\s+/g, ' ');
	return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}

function nameOf(conversation: IDataObject): string {
	const author = valueAt(conversation, 'source.author') as IDataObject | null | undefined;
	const from = String(author?.name ?? author?.email ?? '');
	const parts = [from, titleOf(conversation), `#${String(conversation.id)}`];
	return parts.filter((part) => part !== '').join(' – ');
}

/**
 * Conversations by their author, subject, ID or a word of the first message; `source.body` is
 * compared word by word (2.16 line 11626).
 */
function matches(text: string): IDataObject {
	const filters = [
		{ field: 'source.author.name', operator: '~', value: text },
		{ field: 'source.author.email', operator: '~', value: text },
		{ field: 'source.subject', operator: '~', value: text },
		{ field: 'source.body', operator: '~', value: text.split(/\s+/)[0] },
		{ field: 'id', operator: '=', value: text.replace(/^#/, '') },
	];
	return { operator: 'OR', value: filters };
}

/** Conversations, searched by Intercom and paged. */
export const searchConversations: ListSearch = async function (filter, paginationToken) {
	const client = await clientFor(this);
	const text = (filter ?? '').trim();
	const paging = {
		per_page: pageSize,
		...(paginationToken && { starting_after: paginationToken }),
	};
	const expects = { list: 'conversations' };
	const answer = await client.send(
		text === ''
			? { method: 'GET', path: '/conversations', query: paging, repeatable: true, expects }
			: {
					method: 'POST',
					path: '/conversations/search',
					body: { query: matches(text), pagination: paging },
					repeatable: true,
					expects,
				},
	);
	const next = valueAt(answer, 'pages.next.starting_after');
	return {
		results: recordsIn(answer, expects.list).map((conversation) => ({
			name: nameOf(conversation),
			value: String(conversation.id),
		})),
		paginationToken: next === undefined || next === null ? undefined : String(next),
	};
};

/** The workspace's conversation attributes. */
export const searchConversationAttributes = wholeList('/conversations/attributes', 'data', [
	'name',
	'data_type',
]);

/** The options of the list attribute that is chosen in the parameter `attributeId`. */
export const searchConversationAttributeOptions: ListSearch = async function (filter) {
	const segment = pathSegment(chosenBeside(this, 'attributeId'));
	if (segment === undefined) return { results: [] };
	const client = await clientFor(this);
	const path = `/conversations/attributes/${segment}`;
	const answer = await client.send({ method: 'GET', path, repeatable: true });
	const wanted = (filter ?? '').trim().toLowerCase();
	const results = recordsIn(answer.options ?? [])
		.filter(({ archived }) => archived !== true)
		.map(({ id, label }) => ({ name: String(label ?? id), value: String(id) }))
		.filter(({ name }) => name.toLowerCase().includes(wanted));
	return { results };
};
