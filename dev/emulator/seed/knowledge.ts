import type { ArticleText } from '../knowledge/records';
import { NOT_AVAILABLE } from '../knowledge/wording';
import type { EmulatorState } from '../state';

/**
 * Fills a new workspace's help center, which has two languages: two collections, an article that is
 * public in both, a draft, an internal article and a content snippet.
 * @param at when all of it was made, in Unix seconds
 */
export function seedKnowledge(state: EmulatorState, at: number): void {
	const dates = { created_at: at, updated_at: at };
	const center = state.identifiers.nextNumber('helpCenter');
	state.helpCenters.set(center, {
		id: center,
		identifier: 'acme',
		display_name: 'Acme Help',
		url: 'https://help.example.com/acme',
		locales: ['en', 'fr'],
		default: true,
		...dates,
	});
	const [started] = ['Getting Started', 'Billing'].map((name, order) => {
		const id = state.identifiers.nextNumber('helpCenterCollection');
		state.helpCenterCollections.set(id, {
			id,
			help_center_id: center,
			parent_id: null,
			texts: { en: { name, description: null } },
			order,
			...dates,
		});
		return id;
	});
	seedArticle(state, at, started, {
		en: 'Reset your password',
		fr: 'Réinitialiser le mot de passe',
	});
	seedArticle(state, at, null, { en: 'Coming soon' }, 'draft');
	seedInternal(state, at);
}

function seedArticle(
	state: EmulatorState,
	at: number,
	parent: string | null,
	titles: Record<string, string>,
	publication: ArticleText['state'] = 'published',
): void {
	const [admin] = state.admins.keys();
	const text = (title: string): ArticleText => ({
		id: state.identifiers.nextNumber('articleText'),
		title,
		description: null,
		body: `<p>${title}</p>`,
		body_markdown: title,
		author_id: Number(admin),
		state: publication,
		created_at: at,
		updated_at: at,
		created_by_id: Number(admin),
		updated_by_id: Number(admin),
		draft: null,
		draft_updated_at: null,
	});
	const id = state.identifiers.nextNumber('article');
	state.articles.set(id, {
		id,
		texts: Object.fromEntries(
			Object.entries(titles).map(([locale, title]) => [locale, text(title)]),
		),
		parent_id: parent,
		audience_ids: [],
		tags: [],
		...NOT_AVAILABLE,
		scheduled_publish_at: null,
		scheduled_unpublish_at: null,
		created_at: at,
		updated_at: at,
	});
}

function seedInternal(state: EmulatorState, at: number): void {
	const [admin] = state.admins.keys();
	const common = {
		title: 'How we refund',
		body_markdown: 'Ask billing first',
		locale: 'en',
		audience_ids: [],
		tags: [],
		...NOT_AVAILABLE,
		created_at: at,
		updated_at: at,
	};
	const article = state.identifiers.nextNumber('internalArticle');
	state.internalArticles.set(article, {
		...common,
		id: article,
		body: '<p>Ask billing first</p>',
		owner_id: Number(admin),
		author_id: Number(admin),
		folder_id: '6',
	});
	const snippet = state.identifiers.nextNumber('contentSnippet');
	state.contentSnippets.set(snippet, {
		...common,
		id: snippet,
		title: 'Refund policy',
		json_blocks: [{ type: 'paragraph', text: 'Ask billing first' }],
		used_by_procedure: false,
	});
}
