import type { Workspace } from '../samples/workspace';

/**
 * Uses the routes that were recorded, with records that hold as much and as little as the recorded ones did.
 *
 * @param workspace a workspace without contacts and companies
 */
export async function useRecordedRoutes(workspace: Workspace): Promise<void> {
	await useSettings(workspace);
	await writeCompanies(workspace);
	await useCompanies(workspace);
	await useContacts(workspace);
	await useClosedConversation(workspace);
	await useSnoozedConversation(workspace);
	await useConversationWithoutSource(workspace);
	await useArticles(workspace);
	await listRecords(workspace);
}

async function useSettings(workspace: Workspace): Promise<void> {
	for (const path of ['/admins', `/admins/${workspace.admin}`, '/segments', '/tags']) {
		await workspace.send('GET', path);
	}
	await workspace.send('POST', '/tags', { name: 'Created only' });
	await workspace.send('GET', '/help_center/collections');
}

/** Companies with details: no contact has them, so no list shows them. */
async function writeCompanies(workspace: Workspace): Promise<void> {
	const details = {
		plan: 'Enterprise',
		website: 'https://example.com',
		custom_attributes: { tier: 'gold' },
	};
	const full = { ...details, company_id: 'full', name: 'Full', industry: 'Manufacturing' };
	await workspace.send('POST', '/companies', full);
	const empty = { company_id: 'empty', name: 'Empty' };
	const { id } = await workspace.send('POST', '/companies', empty);
	await workspace.send('PUT', `/companies/${id}`, details);
	await workspace.send('DELETE', `/companies/${id}`);
}

async function useCompanies(workspace: Workspace): Promise<void> {
	const times = { signed_up_at: 1_767_225_600, last_seen_at: 1_767_225_600 };
	const employee = await workspace.user({ external_id: 'employee', name: 'Employee', ...times });
	const companies = `/contacts/${employee}/companies`;
	for (const company_id of ['first', 'second']) {
		const custom_attributes = { tier: 'bronze' };
		const company = { company_id, name: company_id, custom_attributes };
		const { id } = await workspace.send('POST', '/companies', company);
		await workspace.send('GET', `/companies/${id}`);
		await workspace.send('POST', companies, { id });
		await workspace.send('POST', '/tags', { name: 'Big', companies: [{ id }] });
		if (company_id === 'first') await workspace.send('DELETE', `${companies}/${id}`);
		else await workspace.send('GET', `/companies/${id}/contacts`);
	}
	await workspace.send('POST', '/tags', { name: 'Known', users: [{ id: employee }] });
	await workspace.send('GET', '/companies');
	await workspace.send('GET', '/companies/scroll');
}

async function useContacts(workspace: Workspace): Promise<void> {
	const same = { email: 'same@example.com', name: 'Same' };
	const { id: from } = await workspace.send('POST', '/contacts', { ...same, role: 'lead' });
	const { id: into } = await workspace.send('POST', '/contacts', { ...same, role: 'user' });
	await workspace.send('GET', `/contacts/${into}`);
	await workspace.send('PUT', `/contacts/${into}`, { name: 'Smith & Sons' });
	await workspace.send('POST', '/contacts/merge', { from, into });
	await workspace.send('POST', `/contacts/${into}/notes`, { body: 'Called back' });
	await workspace.send('GET', `/contacts/${into}/notes`);
	const gone = await workspace.user({ external_id: 'gone' });
	await workspace.send('DELETE', `/contacts/${gone}`);
}

async function useClosedConversation(workspace: Workspace): Promise<void> {
	const contact = await workspace.user({ name: 'Buyer' });
	const custom_attributes = { Language: 'English', 'Copilot used': false, 'Created by': 1 };
	const stored = { title: 'Late order', custom_attributes };
	const conversation = `/conversations/${await workspace.conversation(stored, contact)}`;
	const close = { message_type: 'close', type: 'admin', body: 'Bye' };
	await workspace.send('POST', `${conversation}/parts`, { admin_id: workspace.admin, ...close });
	await workspace.send('GET', conversation);

	const from = { type: 'admin', id: Number(workspace.admin) };
	const message = { message_type: 'inapp', body: 'Hello', from, to: { type: 'user', id: contact } };
	await workspace.send('POST', '/messages', message);
}

async function useSnoozedConversation(workspace: Workspace): Promise<void> {
	const conversation = `/conversations/${await workspace.conversation()}`;
	const snooze = { message_type: 'snoozed', snoozed_until: Math.ceil(Date.now() / 1000) + 3600 };
	await workspace.send('POST', `${conversation}/parts`, { admin_id: workspace.admin, ...snooze });
	await workspace.send('GET', conversation);
}

/** One that came in by another channel, of a contact with a company. */
async function useConversationWithoutSource(workspace: Workspace): Promise<void> {
	const admin_id = workspace.admin;
	const contact = await workspace.user({ external_id: 'caller' });
	const company = await workspace.company();
	await workspace.send('POST', `/contacts/${contact}/companies`, { id: company });
	const conversation = `/conversations/${await workspace.conversation({ source: null }, contact)}`;
	const tag = await workspace.tag();
	await workspace.send('PUT', conversation, { read: true });
	await workspace.send('POST', `${conversation}/tags`, { admin_id, id: tag });
	const comment = { message_type: 'comment', type: 'admin', body: 'Thank you for calling' };
	await workspace.send('POST', `${conversation}/reply`, { admin_id, ...comment });
	await workspace.send('DELETE', `${conversation}/tags/${tag}`, { admin_id });
	await workspace.send('POST', `${conversation}/parts`, { admin_id, message_type: 'open' });
	await workspace.send('GET', conversation);
}

async function useArticles(workspace: Workspace): Promise<void> {
	const article = {
		title: 'Opening hours',
		body: '<p>From nine to five</p>',
		state: 'draft',
		author_id: Number(workspace.admin),
	};
	const { id } = await workspace.send('POST', '/articles', article);
	await workspace.send('POST', '/articles', article);
	await workspace.send('GET', `/articles/${id}`);
	await workspace.send('GET', '/articles?per_page=1');
	await workspace.send('PUT', `/articles/${id}`, { title: 'Opening times' });
	await workspace.send('DELETE', `/articles/${id}`);
}

async function listRecords(workspace: Workspace): Promise<void> {
	await workspace.user({ avatar: 'https://example.com/picture.png' });
	await workspace.send('POST', '/contacts', { role: 'lead', external_id: 'without-email' });
	const query = { field: 'created_at', operator: '>', value: 0 };
	for (const kind of ['contacts', 'conversations']) {
		await workspace.send('GET', `/${kind}`);
		await workspace.send('POST', `/${kind}/search`, { query });
	}
}
