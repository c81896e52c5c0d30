import type { ResourceSamples, Workspace } from './workspace';

async function articleTextId(workspace: Workspace): Promise<string> {
	await workspace.article();
	const path = '/content/search?query=opening&content_types=article';
	const { data } = await workspace.send('GET', path);
	const [{ contents }] = data as Array<{ contents: Array<{ id: string }> }>;
	return contents[0].id;
}

/** Samples of the content operations. */
export const content: ResourceSamples = {
	bulkAction: async (workspace) => [
		{
			parameters: {
				action: 'unpublish',
				contentType: 'article_content',
				contentIds: `${await articleTextId(workspace)}, ${await articleTextId(workspace)}`,
			},
		},
		{
			parameters: {
				action: 'set_availability',
				contentType: 'content_snippet',
				contentIds: workspace.first('contentSnippets'),
				availability: { aiAgent: true, copilot: false, salesAgent: false },
			},
		},
		{
			parameters: {
				action: 'set_audience',
				contentType: 'internal_article',
				contentIds: workspace.first('internalArticles'),
				audience: { addSegmentIds: '100', removeSegmentIds: '200', removeAll: false },
			},
		},
		{
			parameters: {
				action: 'update_tags',
				contentType: 'article',
				contentIds: await workspace.article(),
				tags: { addTagIds: [await workspace.tag()] },
			},
		},
	],
	search: async (workspace) => [
		{ parameters: {} },
		{
			parameters: {
				query: 'refund',
				filters: {
					anyTagIds: [await workspace.tag()],
					contentTypes: ['snippet', 'internal_article'],
					copilotState: 'on',
					createdAtAfter: '2025-01-01T00:00:00Z',
					createdByIds: [workspace.admin],
					excludedTagIds: [await workspace.tag()],
					finSalesState: 'off',
					finServiceState: 'on',
					folderIds: '6, 7',
					lastUpdatedByIds: [workspace.admin],
					locales: 'en, fr',
					states: ['published'],
					updatedAtBefore: '2100-01-01T00:00:00Z',
				},
			},
		},
	],
};
