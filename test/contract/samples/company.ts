import { byId, mapped } from './workspace';
import type { ResourceSamples, Sample, Workspace } from './workspace';

async function onCompany(
	workspace: Workspace,
	parameters: Record<string, unknown> = {},
): Promise<Sample[]> {
	return [{ parameters: { companyId: byId(await workspace.company()), ...parameters } }];
}

const fields = {
	industry: 'Lighting',
	monthlySpend: 155,
	plan: 'Enterprise',
	size: 42,
	website: 'https://example.com',
};

/** Samples of the company operations. */
export const company: ResourceSamples = {
	addNote: (workspace) =>
		onCompany(workspace, { body: 'Renews in May', adminId: byId(workspace.admin) }),
	addTag: async (workspace) => [
		{ parameters: { tagName: 'Wholesale', companyIds: await workspace.company() } },
		{ parameters: { tagName: 'Wholesale', companiesBy: 'companyId', ownCompanyIds: 'acme' } },
	],
	delete: (workspace) => onCompany(workspace),
	get: async (workspace) => {
		const user = await workspace.user();
		const company = await workspace.company();
		await workspace.send('POST', `/contacts/${user}/companies`, { id: company });
		return [
			{ parameters: { by: 'id', companyId: byId(company) } },
			{ parameters: { by: 'companyId', ownCompanyId: 'acme' } },
			{ parameters: { by: 'name', name: 'Acme' } },
		];
	},
	getAll: async (workspace) => [
		{ parameters: { method: 'list', order: 'asc', pageOptions: { pageSize: 10 } } },
		{ parameters: { method: 'scroll', returnAll: true } },
		{ parameters: { which: 'segment', segmentId: byId(workspace.first('segments')) } },
		{ parameters: { which: 'tag', tagId: byId(await workspace.tag()) } },
	],
	getContacts: (workspace) => onCompany(workspace),
	getNotes: async (workspace) => {
		const company = await workspace.company();
		await workspace.send('POST', `/companies/${company}/notes`, { body: 'Renews in May' });
		return onCompany(workspace);
	},
	getSegments: async (workspace) => [
		{ parameters: { companyId: byId(await workspace.companyInSegment()) } },
	],
	removeTag: async (workspace) => [
		{ parameters: { tagName: 'Wholesale', companyIds: await workspace.company() } },
	],
	update: (workspace) =>
		onCompany(workspace, {
			updateFields: { ...fields, name: 'Acme' },
			customAttributes: mapped({ tier: 'gold', devices: 3 }),
		}),
	upsert: async () => [
		{
			parameters: {
				ownCompanyId: 'acme',
				name: 'Acme',
				additionalFields: {
					...fields,
					remoteCreatedAt: '2020-01-01T00:00:00Z',
					updateLastRequestAt: true,
				},
			},
		},
	],
};
