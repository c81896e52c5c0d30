import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const snippet = testResource('contentSnippet');

const stored = (id: unknown) => snippet.emulator.state.contentSnippets.get(String(id));

describe('Content Snippet', () => {
	it('is created in Markdown or in blocks, and changed', async () => {
		const [created] = await snippet.output('create', {
			title: 'Refunds',
			bodyMarkdown: 'Within **30** days',
			additionalFields: { locale: 'fr', aiChatbotAvailability: true, audienceIds: '1,2' },
		});
		expect(snippet.lastRequest().body).toEqual({
			title: 'Refunds',
			body_markdown: 'Within **30** days',
			locale: 'fr',
			ai_chatbot_availability: true,
			audience_ids: [1, 2],
		});
		expect(created).toMatchObject({ title: 'Refunds', locale: 'fr' });
		const blocks = [{ type: 'paragraph', text: 'Within 60 days' }];
		await snippet.output('update', {
			contentSnippetId: byId(created.id),
			updateFields: { jsonBlocks: JSON.stringify(blocks) },
		});
		expect(stored(created.id)).toMatchObject({ title: 'Refunds', json_blocks: blocks });
		await snippet.output('create', {
			title: 'Blocks',
			format: 'blocks',
			jsonBlocks: JSON.stringify(blocks),
		});
		expect(snippet.lastRequest().body).toEqual({ title: 'Blocks', json_blocks: blocks });
	});

	it('with two bodies, or with blocks that are no JSON, is refused before anything is sent', async () => {
		const before = snippet.emulator.requests.length;
		const contentSnippetId = byId('1');
		expect(
			await snippet.failure('update', {
				contentSnippetId,
				updateFields: { jsonBlocks: '[{}]', bodyMarkdown: 'a' },
			}),
		).toContain('The content snippet has a body in blocks and one in Markdown');
		expect(
			await snippet.failure('update', { contentSnippetId, updateFields: { jsonBlocks: '[{' } }),
		).toContain("'Body (Blocks)' is not valid JSON");
		expect(snippet.emulator.requests).toHaveLength(before);
	});

	it('takes a title of 255 characters, and refuses a longer one before anything is sent', async () => {
		const fitting = '🙂'.repeat(255);
		const [{ id }] = await snippet.output('create', { title: fitting });
		expect(stored(id)?.title).toBe(fitting);
		const before = snippet.emulator.requests.length;
		const message = "'Title' has 256 characters, but Intercom takes at most 255";
		expect(await snippet.failure('create', { title: `${fitting}!` })).toContain(message);
		const parameters = { contentSnippetId: byId(id), updateFields: { title: `${fitting}!` } };
		expect(await snippet.failure('update', parameters)).toContain(message);
		expect(snippet.emulator.requests).toHaveLength(before);
	});

	it('in a language that Fin does not speak is refused in Intercom’s words', async () => {
		const failure = await snippet.failure('create', {
			title: 'Tlhingan',
			additionalFields: { locale: 'tlh' },
		});
		expect(failure).toContain('The language is not currently supported for Fin');
	});

	it('n8n built-in: a list without `pages` is read to its end', async () => {
		for (let index = 0; index < 60; index += 1)
			await snippet.output('create', { title: `Snippet ${index}` });
		const all = await snippet.output('getAll', { returnAll: true });
		const ids = all.map(({ id }) => id);
		expect(ids).toEqual([...snippet.emulator.state.contentSnippets.keys()]);
		expect(all[0]).not.toHaveProperty('json_blocks');
	});

	it('is read, tagged, untagged and deleted', async () => {
		const [{ id }] = await snippet.output('create', { title: 'Short Lived' });
		const contentSnippetId = byId(id);
		const [tag] = snippet.emulator.state.tags.keys();
		await snippet.output('addTag', { contentSnippetId, tagId: byId(tag) });
		expect(stored(id)?.tags).toMatchObject([{ id: tag }]);
		await snippet.output('removeTag', { contentSnippetId, tagId: byId(tag) });
		expect(stored(id)?.tags).toEqual([]);
		expect(await snippet.output('get', { contentSnippetId })).toMatchObject([{ id }]);
		expect(await snippet.output('delete', { contentSnippetId })).toEqual([{ deleted: true }]);
		expect(await snippet.failure('get', { contentSnippetId })).toContain(
			'Intercom could not find the content snippet [item 0]',
		);
	});

	it('that a procedure uses is not deleted; the reason is told', async () => {
		const [{ id }] = await snippet.output('create', { title: 'In Use' });
		const known = stored(id);
		if (known === undefined) throw new Error('The snippet was not stored');
		snippet.emulator.state.contentSnippets.set(known.id, { ...known, used_by_procedure: true });
		expect(await snippet.failure('delete', { contentSnippetId: byId(id) })).toContain(
			'Content snippet has dependent procedures and cannot be deleted',
		);
	});

	it('is offered in the editor, by words where some are typed', async () => {
		const credentials = snippet.emulator.credentials();
		const method = 'searchContentSnippets';
		const { results } = await searchList({ method, filter: 'refund policy', credentials });
		expect(results.map(({ name }) => name)).toEqual(['Refund policy']);
		const first = await searchList({ method, credentials });
		expect(first.results).toHaveLength(50);
		expect(first.paginationToken).toBe('2');
	});
});
