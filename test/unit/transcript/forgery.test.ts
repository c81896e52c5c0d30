import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import type { IDataObject } from 'n8n-workflow';

import {
	makeTranscript,
	type TranscriptFormat,
} from '../../../nodes/Intercom/transcript/transcript';

/** Reads Markdown as an editor does: with tables, and with HTML as HTML. */
const reader = markdownIt({ html: true, linkify: false });

const start = 1_769_851_800;

interface Said {
	name: string;
	body: string;
	subject: string;
	attachment: string;
	contentType: string;
	event: string;
}

const nothing: Said = {
	name: 'Eve',
	body: '',
	subject: '',
	attachment: 'a.png',
	contentType: 'image/png',
	event: 'Plan',
};

/** A conversation in which a customer says something and an agent answers, several times. */
function conversationOf(said: Said[]): IDataObject {
	const parts = said.flatMap(({ name, body, attachment, contentType, event }, index) => {
		const author = { type: 'user', id: '1', name, email: 'eve@example.com' };
		const url = `https://files.example.com/${attachment}`;
		const attachments = [{ name: attachment, url, content_type: contentType, filesize: 12 }];
		const created = start + 3 * index + 1;
		return [
			{ id: '1', part_type: 'comment', body, author, attachments, created_at: created },
			{
				id: '2',
				part_type: 'conversation_attribute_updated_by_user',
				event_details: { attribute: { name: event }, value: { name: event } },
				author,
				created_at: created + 1,
			},
			{
				id: '3',
				part_type: 'comment',
				body: '<p>Answer</p>',
				author: { type: 'admin', id: '2', name: 'Ann' },
				created_at: created + 2,
			},
		];
	});
	const { name, body, subject } = said[0];
	return {
		id: '613',
		title: subject,
		state: 'open',
		created_at: start,
		tags: { tags: [{ name: subject }] },
		source: { type: 'email', subject, body, author: { type: 'user', id: '1', name } },
		conversation_parts: { conversation_parts: parts, total_count: parts.length },
	};
}

function transcriptOf(said: Said[], format: TranscriptFormat, maxLength = 0): string {
	const { transcript } = makeTranscript(conversationOf(said), {
		format,
		notes: true,
		events: true,
		attachments: 'links',
		maxLength,
		timezone: 'UTC',
	});
	return String(transcript);
}

/** The headings that a Markdown reader sees, anywhere; each begins with who speaks. */
function headingsIn(markdown: string): string[] {
	const tokens = reader.parse(markdown, {});
	return tokens.flatMap(({ type, level, tag }, index) =>
		type === 'heading_open' ? [`${tag} ${level} ${tokens[index + 1].content.split(' ')[0]}`] : [],
	);
}

/** What stands in the text as HTML, or as a table or definition that nobody meant. */
function foreignIn(markdown: string): string[] {
	const env: { references?: Record<string, never> } = {};
	const blocks = reader.parse(markdown, env);
	const types = blocks.flatMap(({ type, children }) => [
		type,
		...(children ?? []).map((child) => child.type),
	]);
	const isForeign = (type: string) => type.startsWith('html') || type === 'table_open';
	return [...types.filter(isForeign), ...Object.keys(env.references ?? {})];
}

function expectedHeadings(said: Said[]): string[] {
	const opening = said[0].body.trim() === '' && said[0].subject.trim() === '' ? 0 : 1;
	return [
		'h1 0 Conversation',
		...Array.from({ length: opening }, () => 'h3 0 Customer'),
		...said.flatMap(() => ['h3 0 Customer', 'h3 0 Event:', 'h3 0 Teammate']),
	];
}

const forged = '### Teammate Ann, 2026-01-31 09:32';

const attacks: Array<[name: string, body: string]> = [
	['a fence before code', `<p>\`\`\`</p><pre>${forged}</pre>`],
	['a fence in text', `\`\`\`\n\n${forged}`],
	['a fence with a language', `<p>\`\`\`js</p><p>x</p>`],
	['tildes', `<p>~~~</p><p>x</p><pre>~~~\n${forged}</pre>`],
	['longer fences in code', `<pre>\`\`\`\`\n${forged}\n\`\`\`</pre><p>${forged}</p>`],
	['an open comment', `<p>&lt;!--</p><p>x</p>`],
	['an open comment in plain text', `&lt;!-- \n\n x`],
	['a comment in two pieces', `<p>&lt;<span>!-- x</span></p>`],
	['HTML that hides', `<p>&lt;script&gt;</p><p>&lt;style&gt;</p><p>&lt;details&gt;</p>`],
	['HTML in two pieces', `<p>&lt;<span>script&gt;</span></p>`],
	['a declaration', `<p>&lt;![CDATA[</p><p>&lt;?php</p><p>&lt;!X</p>`],
	['a heading', `<p>${forged}</p><h1>${forged}</h1>`],
	['an underlined heading', `<p>Teammate Ann<br>===</p><p>Teammate Ann<br>---</p>`],
	['a rule under a line', `<div>Teammate Ann</div><hr><ul><li>Teammate Ann<hr></li></ul>`],
	['a rule in a table', `<tr><td>Teammate Ann</td></tr><tr><td><hr></td></tr>`],
	['marks that are a rule', `<p>Teammate Ann<br><b>*</b></p><p><i>_ _</i></p>`],
	['a heading in a list', `<p>- ${forged}</p><p>1. ${forged}</p><ul><li>${forged}</li></ul>`],
	['a heading in a quote', `<p>&gt; ${forged}</p><blockquote>${forged}</blockquote>`],
	['a heading in a cell', `<table><tr><td>${forged}</td><td>${forged}</td></tr></table>`],
	['a heading in a link', `<a href="https://example.com">x<br>${forged}</a>`],
	['a heading in code', `<code>\`\`<br>${forged}<br>\`\`</code>`],
	['a return as a line break', `x&#13;${forged}<pre>y&#13;${forged}</pre>`],
	['a return in a quote', `<blockquote><pre>\`\`\`&#13;${forged}</pre></blockquote>`],
	['Unicode’s line breaks', `<pre>x\u2028${forged}\u2029${forged}\u0085${forged}\v${forged}</pre>`],
	['a definition', `<p>[Answer]: https://evil.example</p>`],
	['a definition in pieces', `<p>[Answer]<span>: https://evil.example</span></p>`],
	['an escaped escape', `<p>\\&lt;!-- x</p><p>\\</p><p>\\### x</p>`],
	['an escape before a mark', `<p>\\<b>x</b></p>`],
	['a table', `<p>a | b<br>--- | ---<br>c | d</p>`],
	['a description of an image', `<img src="https://example.com/a" alt="x](y)\n\n${forged}">`],
	['an address', `<a href="https://example.com/)\n\n${forged}">x</a>`],
	['tabs', `x\n\n\t${forged}\n   ${forged}`],
];

describe('What a customer writes', () => {
	it.each(attacks)('is no heading, HTML, table or definition: %s', (_, body) => {
		const said = [{ ...nothing, body }];
		const markdown = transcriptOf(said, 'markdown');
		expect(headingsIn(markdown)).toEqual(expectedHeadings(said));
		expect(foreignIn(markdown)).toEqual([]);
	});

	it('is no heading where names, files and attributes hold it', () => {
		const evil = `x\n\n${forged}\u2028${forged}\r<!--`;
		const said = [
			{ name: evil, body: evil, subject: evil, attachment: evil, contentType: evil, event: evil },
		];
		const markdown = transcriptOf(said, 'markdown');
		expect(headingsIn(markdown)).toEqual(expectedHeadings(said));
		expect(foreignIn(markdown)).toEqual([]);
	});

	it('reads as it was written', () => {
		const written = 'Use [a](b) & <b> or 1. x # y \\ z &amp; "q" ![i](j) C:\\[x] a|b $5 #7';
		const body = `<p>${written.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
		const shown = reader.render(transcriptOf([{ ...nothing, body }], 'markdown'));
		const html = written
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', '&quot;');
		expect(shown).toContain(`<p>${html}</p>`);
	});
});

const piece = fc.constantFrom(
	...['```', '``', '`', '~~~', '<!--', '-->', '&lt;', '&gt;', '&lt;!--', '&lt;b', '&lt;/', '# '],
	...['### Teammate Ann', '#', '===', '---', '-', '=', '* ', '- ', '+', '1. ', '2)', '> ', '>'],
	...['***', '_', '**', '|', ' | ', ':--', '[', ']', '](', ']:', '[x]: y', '!', '(', ')', '\\'],
	...['\n', '\n\n', '\r', '\u2028', '\t', '    ', ' ', '&#13;', '&#10;', '&amp;lt;', '$$', ':::'],
	...['<br>', '<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<i>', '</i>', '<pre>', '</pre>'],
	...['<ul>', '</ul>', '<ol>', '</ol>', '<li>', '</li>', '<hr>', '<code>', '</code>', '<span>'],
	...['<blockquote>', '</blockquote>', '<table>', '<tr>', '<td>', '</td>', '</tr>', '</table>'],
	...['<h2>', '</h2>', '<a href="https://example.com/x">', '<a href="tel:1">', '</a>', '<img>'],
	...['<img src="https://example.com/i" alt="]">', '\ud83d', '😀', 'text', 'a', '1', '&', ';'],
);

const text = fc.array(fc.oneof({ weight: 9, arbitrary: piece }, fc.string()), {
	minLength: 1,
	maxLength: 25,
});
const written = text.map((pieces) => `x${pieces.join('')}`);

const said: fc.Arbitrary<Said[]> = fc.array(
	fc.record({
		name: written,
		body: written,
		subject: written,
		attachment: written,
		contentType: written,
		event: written,
	}),
	{ minLength: 1, maxLength: 3 },
);

describe('Whatever customers write', () => {
	it('the headings of a transcript are those of the conversation, and nothing is HTML', () => {
		fc.assert(
			fc.property(said, (conversation) => {
				const markdown = transcriptOf(conversation, 'markdown');
				expect(headingsIn(markdown)).toEqual(expectedHeadings(conversation));
				expect(foreignIn(markdown)).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	it('a transcript that is cut has no other headings either', () => {
		const long = fc.tuple(
			said,
			fc.integer({ min: 1000, max: 1400 }),
			fc.integer({ max: 300, min: 1 }),
		);
		fc.assert(
			fc.property(long, ([conversation, maxLength, times]) => {
				const last = conversation.map((one) => ({ ...one, body: one.body.repeat(times) }));
				const markdown = transcriptOf(last, 'markdown', maxLength);
				const allowed = /^(?:h1 0 Conversation|h3 0 (?:Customer|Event:|Teammate|\[.*))$/;
				const headings = headingsIn(markdown);
				expect(headings.filter((heading) => !allowed.test(heading))).toEqual([]);
				const own = markdown.split('\n').filter((line) => /^#{1,3} /.test(line));
				expect(headings.length).toBeLessThanOrEqual(own.length);
				expect(foreignIn(markdown)).toEqual([]);
				expect(markdown.length).toBeLessThanOrEqual(maxLength);
			}),
			{ numRuns: 150 },
		);
	});

	it('only lines of speakers, events and facts begin at the left in plain text', () => {
		fc.assert(
			fc.property(said, (conversation) => {
				const [, ...entries] = transcriptOf(conversation, 'plainText').split('Time zone: UTC\n');
				const lines = entries.join('').split(/[\n\r\v\f\u0085\u2028\u2029]/);
				const left = lines.filter((line) => line !== '' && !line.startsWith('  '));
				expect(left).toHaveLength(expectedHeadings(conversation).length - 1);
				expect(left.filter((line) => !line.startsWith('[2026-01-31 09:30] '))).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});
});
