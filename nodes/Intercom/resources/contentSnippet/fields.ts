import type { Parameter, SimplifiedFields } from '../../engine/operation';
import { title } from '../knowledge-fields';

/** What "Simplify" keeps of a content snippet. */
export const snippetSummary: SimplifiedFields = {
	id: true,
	title: true,
	locale: true,
	body_markdown: true,
	ai_chatbot_availability: true,
	ai_copilot_availability: true,
	ai_sales_agent_availability: true,
	created_at: true,
	updated_at: true,
};

/** What a snippet is called (2.16 `content_snippet_create_request`). */
export const snippetTitle: Parameter = { ...title, wire: { maxLength: 255 } };

/** The text as Intercom's blocks. */
export const jsonBlocks: Parameter = {
	displayName: 'Body (Blocks)',
	name: 'jsonBlocks',
	type: 'json',
	default: '[]',
	description:
		'The text as a list of Intercom\'s blocks, e.g. <code>[{"type": "paragraph", "text": "Hello"}]</code>',
	wire: { shape: 'list' },
};

/** The language of a snippet. */
export const locale: Parameter = {
	displayName: 'Language',
	name: 'locale',
	type: 'string',
	default: 'en',
	placeholder: 'e.g. fr',
	description: 'The code of its language; it must be one that Fin speaks',
};
