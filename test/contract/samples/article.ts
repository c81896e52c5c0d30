import { byId } from './workspace';
import type { ResourceSamples, Sample, Workspace } from './workspace';

async function onArticle(
	workspace: Workspace,
	parameters: Record<string, unknown> = {},
): Promise<Sample[]> {
	return [{ parameters: { articleId: byId(await workspace.article()), ...parameters } }];
}

async function onDraft(
	workspace: Workspace,
	parameters: Record<string, unknown> = {},
): Promise<Sample[]> {
	const id = await workspace.article();
	await workspace.send('PUT', `/articles/${id}/draft`, { title: 'New opening hours' });
	return [{ parameters: { articleId: byId(id), ...parameters } }];
}

const inFrench = {
	locale: 'fr',
	title: 'Horaires',
	bodyMarkdown: 'De neuf à cinq',
	state: 'draft',
};

/** Samples of the article operations. */
export const article: ResourceSamples = {
	addTag: async (workspace) =>
		onArticle(workspace, {
			tagId: byId(await workspace.tag()),
			adminId: byId(workspace.admin),
		}),
	create: async (workspace) => [
		{ parameters: { title: 'Opening hours', body: '<p>From nine to five</p>' } },
		{
			parameters: {
				title: 'Opening hours',
				format: 'markdown',
				bodyMarkdown: 'From **nine** to five',
				state: 'published',
				authorId: byId(workspace.admin),
				additionalFields: {
					aiChatbotAvailability: true,
					aiCopilotAvailability: true,
					aiSalesAgentAvailability: false,
					audienceIds: '1, 2',
					description: 'When we are there',
					parentId: workspace.first('helpCenterCollections'),
					scheduledPublishAt: '2100-01-01T09:00:00',
				},
				translatedContent: { translation: [inFrench] },
			},
		},
	],
	delete: (workspace) => onArticle(workspace),
	get: (workspace) => onArticle(workspace),
	getAll: async (workspace) => {
		for (let count = 0; count < 4; count += 1) await workspace.article();
		return [{ parameters: { returnAll: true, pageOptions: { pageSize: 2 } } }];
	},
	getDraft: (workspace) => onDraft(workspace),
	getVersion: async (workspace) => {
		const id = await workspace.article();
		const { data } = await workspace.send('GET', `/articles/${id}/versions`);
		const [{ id: versionId }] = data as Array<{ id: string }>;
		return [{ parameters: { articleId: byId(id), versionId, locale: 'en' } }];
	},
	getVersions: (workspace) => onArticle(workspace, { locale: 'en' }),
	publishDraft: (workspace) => onDraft(workspace, { locales: 'en' }),
	removeTag: async (workspace) => {
		const [id, tag] = [await workspace.article(), await workspace.tag()];
		await workspace.send('POST', `/articles/${id}/tags`, { id: tag });
		return [{ parameters: { articleId: byId(id), tagId: byId(tag) } }];
	},
	saveDraft: (workspace) =>
		onArticle(workspace, {
			draftFields: { title: 'New opening hours', body: '<p>From ten to six</p>' },
		}),
	search: async (workspace) => {
		await workspace.article();
		return [
			{ parameters: { phrase: 'opening hours' } },
			{
				parameters: {
					phrase: 'password',
					filters: {
						helpCenterId: workspace.first('helpCenters'),
						highlight: true,
						state: 'published',
					},
				},
			},
		];
	},
	update: async (workspace) =>
		onArticle(workspace, {
			updateFields: {
				aiChatbotAvailability: true,
				audienceIds: [3],
				authorId: workspace.admin,
				body: '<p>From ten to six</p>',
				description: 'When we are there',
				parentId: workspace.first('helpCenterCollections'),
				scheduledUnpublishAt: '2100-01-01T09:00:00Z',
				state: 'published',
				title: 'Opening hours in summer',
			},
			translatedContent: { translation: [{ ...inFrench, description: 'Été' }] },
		}),
};
