import { byId, mapped } from './workspace';
import type { ResourceSamples, Sample, Workspace } from './workspace';

async function onUser(
	workspace: Workspace,
	parameters: Record<string, unknown> = {},
): Promise<Sample[]> {
	return [{ parameters: { contactId: byId(await workspace.user()), ...parameters } }];
}

/** Samples of the contact operations. */
export const contact: ResourceSamples = {
	addNote: (workspace) =>
		onUser(workspace, { body: '<p>Called back</p>', adminId: byId(workspace.admin) }),
	addSubscription: (workspace) =>
		onUser(workspace, {
			subscriptionId: byId(workspace.subscriptionType()),
			consentType: 'opt_in',
		}),
	addTag: async (workspace) => onUser(workspace, { tagId: byId(await workspace.tag()) }),
	archive: (workspace) => onUser(workspace),
	attachCompany: async (workspace) =>
		onUser(workspace, { companyId: byId(await workspace.company()) }),
	block: async (workspace) => [{ parameters: { contactId: byId(await workspace.lead()) } }],
	create: async (workspace) => [
		{
			parameters: {
				role: 'user',
				email: workspace.newEmail(),
				additionalFields: {
					avatar: 'https://example.com/picture.png',
					emailVerified: true,
					externalId: 'customer-1',
					lastSeenAt: '2026-03-01T09:30:00Z',
					name: 'First Customer',
					ownerId: workspace.admin,
					phone: '+353871234567',
					signedUpAt: '2026-02-01T00:00:00Z',
					unsubscribedFromEmails: false,
				},
			},
		},
	],
	delete: (workspace) => onUser(workspace),
	detachCompany: async (workspace) => {
		const [user, company] = [await workspace.user(), await workspace.company()];
		await workspace.send('POST', `/contacts/${user}/companies`, { id: company });
		return [{ parameters: { contactId: byId(user), companyId: byId(company) } }];
	},
	dismissBanner: async (workspace) => {
		workspace.banner();
		const user = await workspace.user();
		const { data } = await workspace.send('GET', `/contacts/${user}/banners`);
		const [{ view_id: viewId }] = data as Array<{ view_id: string }>;
		return [{ parameters: { contactId: byId(user), viewId } }];
	},
	get: async (workspace) => {
		const email = workspace.newEmail();
		const user = await workspace.user({ email, external_id: 'customer-2' });
		return [
			{ parameters: { by: 'id', contactId: byId(user) } },
			{ parameters: { by: 'externalId', externalId: 'customer-2' } },
			{ parameters: { by: 'email', email } },
		];
	},
	getAll: async () => [{ parameters: { pageOptions: { pageSize: 10 } } }],
	getBanners: (workspace) => {
		workspace.banner();
		return onUser(workspace);
	},
	getCompanies: async (workspace) => {
		const [user, company] = [await workspace.user(), await workspace.company()];
		await workspace.send('POST', `/contacts/${user}/companies`, { id: company });
		return [{ parameters: { contactId: byId(user) } }];
	},
	getMergeHistory: async (workspace) => {
		const [user, lead] = [await workspace.user(), await workspace.lead()];
		const body = { from: lead, into: user, skip_duplicate_validation: true };
		await workspace.send('POST', '/contacts/merge', body);
		return [{ parameters: { contactId: byId(user) } }];
	},
	getNotes: async (workspace) => {
		const user = await workspace.user();
		const note = { body: '<p>Called back</p>', admin_id: workspace.admin };
		await workspace.send('POST', `/contacts/${user}/notes`, note);
		return [{ parameters: { contactId: byId(user) } }];
	},
	getSegments: async (workspace) => [
		{ parameters: { contactId: byId(await workspace.userInSegment()) } },
	],
	getSubscriptions: async (workspace) => {
		const [user, type] = [await workspace.user(), workspace.subscriptionType()];
		const choice = { id: type, consent_type: 'opt_in' };
		await workspace.send('POST', `/contacts/${user}/subscriptions`, choice);
		return [{ parameters: { contactId: byId(user) } }];
	},
	getTags: async (workspace) => {
		const [user, tag] = [await workspace.user(), await workspace.tag()];
		await workspace.send('POST', `/contacts/${user}/tags`, { id: tag });
		return [{ parameters: { contactId: byId(user) } }];
	},
	merge: async (workspace) => {
		const email = workspace.newEmail();
		await workspace.lead({ email });
		await workspace.user({ external_id: 'customer-3' });
		return [
			{
				parameters: {
					leadBy: 'email',
					leadEmail: email,
					userBy: 'externalId',
					userExternalId: 'customer-3',
					skipDuplicateValidation: true,
				},
			},
			{
				parameters: {
					leadBy: 'id',
					leadId: byId(await workspace.lead()),
					userBy: 'id',
					userId: byId(await workspace.user()),
					skipDuplicateValidation: true,
				},
			},
		];
	},
	removeSubscription: async (workspace) => {
		const [user, type] = [await workspace.user(), workspace.subscriptionType()];
		const choice = { id: type, consent_type: 'opt_in' };
		await workspace.send('POST', `/contacts/${user}/subscriptions`, choice);
		return [{ parameters: { contactId: byId(user), subscriptionId: byId(type) } }];
	},
	removeTag: async (workspace) => {
		const [user, tag] = [await workspace.user(), await workspace.tag()];
		await workspace.send('POST', `/contacts/${user}/tags`, { id: tag });
		return [{ parameters: { contactId: byId(user), tagId: byId(tag) } }];
	},
	search: async () => [
		{
			parameters: {
				filterBy: 'formula',
				formula:
					"role = 'user' AND (signed_up_at > '2026-01-31' OR custom_attributes.plan = 'pro')",
				searchOptions: { includeMergeHistory: true },
			},
		},
	],
	unarchive: async (workspace) => {
		const user = await workspace.user();
		await workspace.send('POST', `/contacts/${user}/archive`);
		return [{ parameters: { contactId: byId(user) } }];
	},
	update: (workspace) =>
		onUser(workspace, {
			updateFields: { name: 'Renamed', signedUpAt: '2026-02-01T00:00:00Z' },
			clearFields: ['phone'],
			customAttributes: mapped({}),
		}),
	upsert: async (workspace) => {
		const email = workspace.newEmail();
		await workspace.user({ email });
		await workspace.user({ external_id: 'customer-4' });
		const archived = await workspace.user({ external_id: 'customer-5' });
		await workspace.send('POST', `/contacts/${archived}/archive`);
		// A lead that was just created is asked for by its ID, because search does not know it yet.
		workspace.delaySearch();
		const lead = { parameters: { email: workspace.newEmail(), role: 'lead' } };
		return [
			lead,
			lead,
			{ parameters: { externalId: 'customer-4', additionalFields: { name: 'Known by ID' } } },
			{ parameters: { email, additionalFields: { name: 'Known by email' } } },
			{ parameters: { email: workspace.newEmail() } },
			{ parameters: { externalId: 'customer-5', matchOptions: { unarchive: true } } },
		];
	},
};
