import { byId } from './workspace';
import type { ResourceSamples, Workspace } from './workspace';

async function create(workspace: Workspace): Promise<string> {
	const { id } = await workspace.send('POST', '/content_snippets', { title: 'Refund policy' });
	return String(id);
}

/** Samples of the content snippet operations. */
export const contentSnippet: ResourceSamples = {
	addTag: async (workspace) => [
		{
			parameters: {
				contentSnippetId: byId(await create(workspace)),
				tagId: byId(await workspace.tag()),
			},
		},
	],
	create: async () => [
		{
			parameters: {
				title: 'Refund policy',
				bodyMarkdown: 'Within **30** days',
				additionalFields: { audienceIds: '1', locale: 'en', aiChatbotAvailability: true },
			},
		},
		{
			parameters: {
				title: 'Refund policy',
				format: 'blocks',
				jsonBlocks: '[{"type": "paragraph", "text": "Within 30 days"}]',
			},
		},
	],
	delete: async (workspace) => [
		{ parameters: { contentSnippetId: byId(await create(workspace)) } },
	],
	get: async (workspace) => [{ parameters: { contentSnippetId: byId(await create(workspace)) } }],
	getAll: async (workspace) => {
		await create(workspace);
		return [{ parameters: { returnAll: true, pageOptions: { pageSize: 1 } } }];
	},
	removeTag: async (workspace) => {
		const [id, tag] = [await create(workspace), await workspace.tag()];
		await workspace.send('POST', `/content_snippets/${id}/tags`, { id: tag });
		return [{ parameters: { contentSnippetId: byId(id), tagId: byId(tag) } }];
	},
	update: async (workspace) => [
		{
			parameters: {
				contentSnippetId: byId(await create(workspace)),
				updateFields: { bodyMarkdown: 'Within 60 days', locale: 'fr', title: 'Remboursement' },
			},
		},
	],
};
