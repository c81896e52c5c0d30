import { text, flag, integer, oneOfTexts, bodyOf, textOrNull } from '../body-schema';
import { IntercomError, parameterInvalid } from '../errors';
import { LOCALES, type Availability, type Wording } from './records';
import type { RouteRequest, Workspace } from '../route';

/** The text of a request: in HTML or in Markdown, not both. */
export interface WordingBody {
	title?: string;
	description?: string;
	body?: string;
	body_markdown?: string | null;
}

/** Schema of the fields of {@link WordingBody}. */
export const wordingFields = {
	title: text,
	description: text,
	body: text,
	body_markdown: textOrNull,
} as const;

/** Schema of the availability flags. */
export const availabilityFields = {
	ai_chatbot_availability: flag,
	ai_copilot_availability: flag,
	ai_sales_agent_availability: flag,
} as const;

/** Schema of `audience_ids`. */
export const audienceIds = { type: ['array', 'null'], items: integer } as const;

/** Schema of one language in `translated_content` of an article. */
const translation = bodyOf({
	...wordingFields,
	...availabilityFields,
	author_id: integer,
	state: oneOfTexts('draft', 'published'),
	audience_ids: audienceIds,
});

/** Schema of `translated_content`: an object by language. */
export function translatedContent(content: object = translation): object {
	return {
		type: ['object', 'null'],
		properties: Object.fromEntries(LOCALES.map((locale) => [locale, content])),
		additionalProperties: false,
	};
}

/**
 * The stored form of a text. Where HTML comes, the Markdown is its plain text; where Markdown comes,
 * the HTML is one paragraph of it: enough to see what was sent.
 * @throws IntercomError 400 when both formats come
 */
export function readWording(given: WordingBody): Partial<Wording> {
	const { title, description, body, body_markdown: markdown } = given;
	if (typeof body === 'string' && typeof markdown === 'string') {
		throw parameterInvalid('body and body_markdown are mutually exclusive', 'body_markdown');
	}
	return {
		...(title === undefined ? {} : { title }),
		...(description === undefined ? {} : { description }),
		...(typeof body === 'string'
			? { body, body_markdown: body.replaceAll(/<[^>]*>/g, '').trim() }
			: {}),
		...(typeof markdown === 'string'
			? { body: `<p>${markdown}</p>`, body_markdown: markdown }
			: {}),
	};
}

/** The availability flags a request names. */
export function readAvailability(given: Partial<Availability>): Partial<Availability> {
	const named = Object.keys(availabilityFields).map((name) => [
		name,
		given[name as keyof Availability],
	]);
	return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

/** No AI feature may use new content unless it says so (2.16 `create_internal_article_request`). */
export const NOT_AVAILABLE: Availability = {
	ai_chatbot_availability: false,
	ai_copilot_availability: false,
	ai_sales_agent_availability: false,
};

/** The languages of the default help center; the first is the default one. */
export function localesOf({ state }: Workspace): readonly string[] {
	const centers = [...state.helpCenters.values()];
	return centers.find((center) => center.default)?.locales ?? ['en'];
}

/**
 * Checks that the workspace has a language.
 * @throws IntercomError 400 (2.16, article versions: "Unknown locale")
 */
export function knownLocale(workspace: Workspace, locale: string): string {
	if (localesOf(workspace).includes(locale)) return locale;
	throw parameterInvalid('Unknown locale', 'locale');
}

/**
 * Checks that a teammate exists (2.16: "Must be a teammate on the help center's workspace").
 * @throws IntercomError 400
 */
export function knownAdmin({ state }: Workspace, id: number, field: string): number {
	if (state.admins.has(String(id))) return id;
	throw parameterInvalid(`${field} must be a teammate of the workspace`, field);
}

/** The token's own admin. */
export function me({ state }: Workspace): number {
	const [id] = state.admins.keys();
	return Number(id);
}

/** A record of a path, or 404. */
export function target<T>(records: ReadonlyMap<string, T>, id: string, missing: IntercomError): T {
	const record = records.get(id);
	if (record === undefined) throw missing;
	return record;
}

/** What changing anything also changes. */
export function dated({ clock }: RouteRequest): { updated_at: number } {
	return { updated_at: clock.seconds() };
}
