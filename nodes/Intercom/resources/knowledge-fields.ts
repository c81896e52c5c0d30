import type { IDataObject } from 'n8n-workflow';

import { InputError, quoted } from '../engine/input-error';
import type { Completion, Parameter } from '../engine/operation';
import { actingAdminId } from './acting-admin';
import { actingAdminLocator } from './locators';

/** The title of an article or a snippet. */
export const title: Parameter = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	description: 'What it is called',
};

/** The text in HTML. */
export const body: Parameter = {
	displayName: 'Body (HTML)',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 6 },
	default: '',
	description: 'The text in HTML',
};

/** The text in Markdown. */
export const bodyMarkdown: Parameter = {
	displayName: 'Body (Markdown)',
	name: 'bodyMarkdown',
	type: 'string',
	typeOptions: { rows: 6 },
	default: '',
	description: 'The text in Markdown',
};

/** The text of something new, in HTML or in Markdown: Intercom takes only one of them. */
export const bodyInEitherFormat: Parameter[] = [
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [
			{ name: 'HTML', value: 'html' },
			{ name: 'Markdown', value: 'markdown' },
		],
		default: 'html',
		description: 'What the body is written in',
		wire: { to: 'none' },
	},
	{ ...body, displayName: 'Body', displayOptions: { show: { format: ['html'] } } },
	{ ...bodyMarkdown, displayName: 'Body', displayOptions: { show: { format: ['markdown'] } } },
];

function refuseBoth(part: unknown, where: string): void {
	const { body: html, body_markdown: markdown } = part as IDataObject;
	if (html === undefined || markdown === undefined) return;
	throw new InputError(
		`${where} has a body in HTML and one in Markdown`,
		'Intercom takes only one of them. Remove the other.',
	);
}

/**
 * Checks that no text comes in two formats, translations included.
 *
 * @param content a request's body
 * @throws InputError naming the language
 */
export function refuseTwoBodies(content: IDataObject): void {
	refuseBoth(content, 'The content');
	for (const [locale, translation] of Object.entries(content.translated_content ?? {}))
		refuseBoth(translation, `The translation '${locale}'`);
}

/** Which of Intercom's AI features may use the content. */
export const availability: Parameter[] = [
	['Available to Copilot', 'aiCopilotAvailability', 'Copilot, which helps teammates,'],
	['Available to Fin', 'aiChatbotAvailability', 'the AI agent Fin'],
	['Available to Sales Agent', 'aiSalesAgentAvailability', 'the AI sales agent'],
].map(([displayName, name, user]) => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description: `Whether ${user} may use the content`,
}));

/** For whom Fin uses the content. */
export const audienceIds: Parameter = {
	displayName: 'Audience IDs',
	name: 'audienceIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1, 2',
	description: 'The audiences for whom Fin uses the content, separated by commas',
	wire: { as: 'integerIdList', clearable: true },
};

/** The teammate who is named as the author. */
export const author: Parameter = {
	...actingAdminLocator,
	displayName: 'Author',
	name: 'authorId',
	description: 'The teammate who wrote it. Leave empty for the one that the credential belongs to.',
	wire: { as: 'integerId' },
};

/** Puts the admin that the token belongs to where no author was chosen; Intercom insists on one. */
export const authorOrMe: Completion = async ({ client, values }) => ({
	author_id: Number(await actingAdminId(client, values.authorId)),
});

/** Another author, for a collection of fields to change. */
export const newAuthor: Parameter = {
	displayName: 'Author Name or ID',
	name: 'authorId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getAdmins' },
	default: '',
	description:
		'The teammate who wrote it. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	wire: { as: 'integerId' },
};

/** The languages that help centers can have (2.16 `article_translated_content`). */
const locales =
	'ar bg bs ca cs da de el en es et fi fr he hr hu id it ja ko lt lv mn nb nl pl pt pt-BR ro ru sl sr sv tr vi zh-CN zh-TW'.split(
		' ',
	);

/** The code of a language as Intercom writes it. */
function toLocale(value: unknown): string {
	const wanted = String(value).trim().toLowerCase();
	const known = locales.find((locale) => locale.toLowerCase() === wanted);
	if (known !== undefined) return known;
	throw new InputError(
		`'Language' of a translation does not know ${quoted(value)}`,
		`Use one of: ${locales.join(', ')}.`,
	);
}

/**
 * What a thing is called in other languages, sent as `translated_content`.
 *
 * @param fields what is translated
 */
export function translations(fields: Parameter[]): Parameter {
	return {
		displayName: 'Translations',
		name: 'translatedContent',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Translation',
		default: {},
		description: 'The same in other languages, for help centers that have several',
		options: [
			{
				displayName: 'Translation',
				name: 'translation',
				values: [
					{
						displayName: 'Language',
						name: 'locale',
						type: 'string',
						default: '',
						placeholder: 'e.g. fr, pt-BR',
						description:
							"The code of a language that the help center has, as Intercom's settings show it",
						wire: { as: toLocale },
					},
					...fields,
				],
			},
		],
		wire: { keyedBy: 'locale' },
	};
}
