import type { Article } from '../../knowledge/records';
import { HAPPENED, iso, type Sample } from './sample';

/** An article as notifications carry it, also when it was deleted. */
export function articleItem({ workspace: { state } }: Sample): object {
	const [article] = state.articles.values() as Iterable<Article>;
	const [text] = Object.values(article.texts);
	return {
		type: 'article',
		id: article.id,
		workspace_id: state.appId,
		content_id: text.id,
		parent_id: article.parent_id === null ? null : Number(article.parent_id),
		parent_type: article.parent_id === null ? null : 'collection',
		parent_ids: article.parent_id === null ? [] : [Number(article.parent_id)],
		tags: {
			type: 'tag.list',
			tags: article.tags.map(({ id }) => ({ type: 'tag', id, name: state.tags.get(id)?.name })),
		},
		title: text.title,
		description: text.description ?? '',
		body: text.body ?? '',
		body_markdown: text.body_markdown,
		author_id: text.author_id,
		state: text.state,
		created_at: iso(article.created_at),
		updated_at: iso(article.updated_at),
		url: null,
		statistics: {
			type: 'article_statistics',
			views: 0,
			conversations: 0,
			reactions: 0,
			happy_reaction_percentage: 0,
			neutral_reaction_percentage: 0,
			sad_reaction_percentage: 0,
		},
	};
}

/** Something that a teammate did, as the activity log tells it. */
export function activityItem({ admin }: Sample): object {
	return {
		type: 'admin_activity_log_event',
		id: '6762f0dd-1bb6-9f9f-2193-bb8300000001',
		activity_type: 'admin_login_success',
		activity_description: `${admin.name} logged in`,
		created_at: HAPPENED,
		performed_by: { type: 'admin', id: admin.id, email: admin.email, ip: '192.0.2.1' },
		metadata: { sign_in_method: 'email', attempts: 1, external_link: false },
	};
}

/** A request that an app sent to the API; the admin comes without a type. */
export function apiRequestItem({ admin }: Sample): object {
	return {
		type: 'api.request.completed',
		request_id: '0001abcd',
		timestamp: HAPPENED,
		admin: { id: admin.id, email: admin.email },
		authentication: {
			method: 'oauth',
			app_package_code: 'sample-app',
			oauth_client_id: 'sample-client',
			token_id: '1',
		},
		request: {
			method: 'GET',
			path: '/me',
			ip_address: '192.0.2.1',
			user_agent: 'sample-agent',
		},
		response: { status: 200 },
	};
}

/** The run of a data connector, as Intercom documents it. */
export function connectorRunItem({ admin, contact }: Sample): object {
	return {
		type: 'data_connector.execution',
		id: '77',
		action_id: '7',
		action_name: 'Look up order',
		success: true,
		http_status: 200,
		error_type: null,
		execution_time_ms: 120,
		completed_at: iso(HAPPENED),
		source_type: 'inbox',
		source_id: null,
		conversation_id: null,
		user_id: contact.id,
		admin_id: admin.id,
	};
}

/** A data event. */
export function eventItem({ contact }: Sample): object {
	return {
		type: 'event',
		id: '6762f0dd-1bb6-9f9f-2193-bb8300000002',
		event_name: 'invited-friend',
		created_at: HAPPENED,
		user_id: contact.external_id,
		intercom_user_id: contact.id,
		email: contact.email,
		metadata: { plan: 'pro' },
	};
}

/** A subscription type that somebody joined or left. */
export function subscriptionTypesItem(): object {
	const translation = {
		name: 'Newsletter',
		description: 'What is new, once a month',
		locale: 'en',
	};
	return {
		type: 'list',
		data: [
			{
				type: 'subscription',
				id: '1',
				state: 'live',
				consent_type: 'opt_in',
				content_types: ['email'],
				default_translation: translation,
				translations: [translation],
			},
		],
	};
}

/** What happened with a piece of content. */
export function contentStatItem(type: string): object {
	return {
		id: 88,
		receipt_id: 881,
		ruleset_id: 8,
		ruleset_version_id: 1,
		content_id: 18,
		content_type: type,
		content_title: 'What is new',
		stat_type: 'receipt',
		tags: { type: 'list', data: [], total_count: 0, has_more: false },
	};
}
