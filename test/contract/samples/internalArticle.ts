import { byId } from './workspace';
import type { ResourceSamples, Workspace } from './workspace';

async function create(workspace: Workspace): Promise<string> {
	const [author] = [Number(workspace.admin)];
	const body = { title: 'Refunds', owner_id: author, author_id: author };
	const { id } = await workspace.send('POST', '/internal_articles', body);
	return String(id);
}

/** Samples of the internal article operations. */
export const internalArticle: ResourceSamples = {
	addTag: async (workspace) => [
		{
			parameters: {
				internalArticleId: byId(await create(workspace)),
				tagId: byId(await workspace.tag()),
			},
		},
	],
	create: async (workspace) => [
		{ parameters: { title: 'Refunds', body: '<p>Ask billing first</p>' } },
		{
			parameters: {
				title: 'Refunds',
				format: 'markdown',
				bodyMarkdown: 'Ask billing first',
				authorId: byId(workspace.admin),
				ownerId: byId(workspace.admin),
				additionalFields: { aiCopilotAvailability: true, audienceIds: '1' },
			},
		},
	],
	delete: async (workspace) => [
		{ parameters: { internalArticleId: byId(await create(workspace)) } },
	],
	get: async (workspace) => [{ parameters: { internalArticleId: byId(await create(workspace)) } }],
	getAll: async () => [{ parameters: { returnAll: true } }],
	removeTag: async (workspace) => {
		const [id, tag] = [await create(workspace), await workspace.tag()];
		await workspace.send('POST', `/internal_articles/${id}/tags`, { id: tag });
		return [{ parameters: { internalArticleId: byId(id), tagId: byId(tag) } }];
	},
	search: async () => [{ parameters: { folderId: '6' } }],
	update: async (workspace) => [
		{
			parameters: {
				internalArticleId: byId(await create(workspace)),
				updateFields: {
					aiChatbotAvailability: false,
					authorId: workspace.admin,
					bodyMarkdown: 'Ask **billing** first',
					ownerId: workspace.admin,
					title: 'Refunds and credits',
				},
			},
		},
	],
};
