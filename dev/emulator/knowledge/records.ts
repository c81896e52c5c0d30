import type { AppliedTag } from '../records';

/** Languages knowledge can be written in (2.16 `article_translated_content`). */
export const LOCALES: readonly string[] = (
	'ar bg bs ca cs da de el en es et fi fr he hr hu id it ja ko lt lv mn nb nl pl pt ro ru sl sr ' +
	'sv tr vi pt-BR zh-CN zh-TW'
).split(' ');

/** Which AI features may use a piece of knowledge. */
export interface Availability {
	ai_chatbot_availability: boolean;
	ai_copilot_availability: boolean;
	ai_sales_agent_availability: boolean;
}

/** The words of a text: what drafts hold back and versions keep. */
export interface Wording {
	title: string;
	description: string | null;
	/** HTML. */
	body: string | null;
	body_markdown: string | null;
}

/** An article in one language (2.16 `article_content`). Times in Unix seconds. */
export interface ArticleText extends Wording {
	/** What `article_content` in bulk actions and search goes by. */
	id: string;
	author_id: number;
	state: 'published' | 'draft';
	created_at: number;
	updated_at: number;
	created_by_id: number;
	updated_by_id: number;
	/** Changes to a published text that are not public yet. */
	draft: Partial<Wording> | null;
	draft_updated_at: number | null;
}

/** An article with its texts by language (2.16 `article`). Times in Unix seconds. */
export interface Article extends Availability {
	id: string;
	texts: Readonly<Record<string, ArticleText>>;
	/** The collection it stands in. */
	parent_id: string | null;
	audience_ids: readonly number[];
	tags: readonly AppliedTag[];
	scheduled_publish_at: number | null;
	scheduled_unpublish_at: number | null;
	created_at: number;
	updated_at: number;
}

/** A text as it once was (2.16 `article_version`). Time in Unix seconds. */
export interface ArticleVersion extends Wording {
	id: string;
	article_id: string;
	locale: string;
	author_id: string;
	created_by_id: string;
	from_version_id: string | null;
	created_at: number;
}

/** A help center (2.16 `help_center`). Times in Unix seconds. */
export interface HelpCenter {
	id: string;
	identifier: string;
	display_name: string;
	/** Address, without a trailing slash. */
	url: string;
	/** Languages; the first is the default one. */
	locales: readonly string[];
	default: boolean;
	created_at: number;
	updated_at: number;
}

/** Name and description of a collection in one language (2.16 `group_content`). */
export interface CollectionText {
	name: string;
	description: string | null;
}

/** A collection of articles (2.16 `collection`). Times in Unix seconds. */
export interface HelpCenterCollection {
	id: string;
	help_center_id: string;
	parent_id: string | null;
	texts: Readonly<Record<string, CollectionText>>;
	order: number;
	created_at: number;
	updated_at: number;
}

/** An old address of a help center (2.16 `help_center_redirect`). Times in Unix seconds. */
export interface HelpCenterRedirect {
	id: string;
	help_center_id: string;
	from_url: string;
	locale: string;
	target_type: 'article' | 'collection';
	target_id: string;
	created_at: number;
	updated_at: number;
}

/** An internal article (2.16 `internal_article`). Times in Unix seconds. */
export interface InternalArticle extends Availability {
	id: string;
	title: string;
	/** HTML. */
	body: string | null;
	body_markdown: string | null;
	owner_id: number;
	author_id: number;
	locale: string;
	folder_id: string | null;
	audience_ids: readonly number[];
	tags: readonly AppliedTag[];
	created_at: number;
	updated_at: number;
}

/** A content snippet (2.16 `content_snippet`). Times in Unix seconds. */
export interface ContentSnippet extends Availability {
	id: string;
	title: string;
	locale: string;
	json_blocks: readonly object[];
	body_markdown: string | null;
	audience_ids: readonly number[];
	tags: readonly AppliedTag[];
	/** Whether a procedure uses it, so that it can't be deleted (2.16 `content_has_procedure_dependencies`). */
	used_by_procedure: boolean;
	created_at: number;
	updated_at: number;
}

/** Where external pages come from (2.16 `content_import_source`). Times in Unix seconds. */
export interface ContentSource {
	/** Digits; the API shows it as a number. */
	id: string;
	/** Only the pages of an `api` source can be written by the API. */
	sync_behavior: 'api' | 'automatic' | 'manual';
	status: 'active' | 'deactivated';
	url: string;
	audience_ids: readonly number[];
	created_at: number;
	updated_at: number;
	last_synced_at: number;
}

/** A page from elsewhere that Fin answers with (2.16 `external_page`). Times in Unix seconds. */
export interface ExternalPage {
	id: string;
	title: string;
	html: string;
	url?: string;
	ai_agent_availability: boolean;
	ai_copilot_availability: boolean;
	locale: 'en';
	source_id: number;
	/** What its source calls it; unique there. */
	external_id: string;
	created_at: number;
	updated_at: number;
	last_ingested_at: number;
}
