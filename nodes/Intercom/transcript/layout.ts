import { DateTime } from 'luxon';

import type { Attachment, Entry } from './entries';
import { markdownStyle } from './html/markdown';
import { plainStyle } from './html/plain';
import type { TextStyle } from './html/render';
import { mapLines, oneLine } from './lines';
import { roleNames, type Speaker } from './speaker';

/** How attachments are shown: with their addresses, by name, or not at all. */
export type AttachmentDisplay = 'links' | 'names' | 'none';

/** What writing an entry depends on besides the entry. */
export interface LayoutOptions {
	attachments: AttachmentDisplay;
	/** The zone that times are shown in, an IANA name. */
	timezone: string;
}

/** How a transcript looks as text. Nothing that somebody writes can look like an entry's heading. */
export interface Layout {
	/** The style of the texts inside entries. */
	style: TextStyle;
	/** What the transcript is about, and facts by their names. */
	header(title: string, facts: Array<[name: string, value: string]>): string;
	entry(entry: Entry, options: LayoutOptions): string;
	/** Says that something is missing. */
	gap(text: string): string;
}

/** A size for people: `340 bytes`, `12 kB`, `3.4 MB`. */
export function sizeInWords(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
	return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A moment as transcripts show it. */
export function timeInWords(seconds: number, timezone: string): string {
	return DateTime.fromSeconds(seconds, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm');
}

/** A speaker as transcripts show it: `Customer Joe (joe@example.com)`. */
export function speakerInWords({ role, name, email, id }: Speaker): string {
	const known = name ?? (email === undefined && id !== undefined ? `ID ${id}` : undefined);
	const address = role === 'customer' && email !== undefined ? `(${email})` : undefined;
	const isNamedByRole = known !== undefined && roleNames[role].startsWith(known);
	return [roleNames[role], isNamedByRole ? undefined : known, address].filter(Boolean).join(' ');
}

function attachmentLine(
	{ name, url, contentType, size }: Attachment,
	style: TextStyle,
	display: AttachmentDisplay,
): string {
	const label = style.text(name);
	const type = contentType === undefined ? undefined : style.text(contentType);
	const facts = [type, size === undefined ? undefined : sizeInWords(size)].filter(Boolean);
	const shown = display === 'links' ? style.link(label, oneLine(url)) : label;
	return `Attachment: ${shown}${facts.length === 0 ? '' : `, ${facts.join(', ')}`}`;
}

function contentOf(entry: Entry, style: TextStyle, { attachments }: LayoutOptions): string {
	const files =
		attachments === 'none'
			? []
			: entry.attachments.map((file) => attachmentLine(file, style, attachments));
	return [entry.text, files.join('\n')].filter((part) => part !== '').join('\n\n');
}

function titleOf(entry: Entry, style: TextStyle): string {
	const speaker = style.text(speakerInWords(entry.speaker));
	if (entry.kind === 'event') return `Event: ${speaker} ${style.text(oneLine(entry.text))}`;
	return entry.kind === 'note' ? `Internal note by ${speaker}` : speaker;
}

const markdown: Layout = {
	style: markdownStyle,
	header: (title, facts) =>
		[
			`# ${markdownStyle.text(title)}`,
			facts.map(([name, value]) => `- ${name}: ${markdownStyle.text(value)}`).join('\n'),
		].join('\n\n'),
	entry: (entry, options) => {
		const time = entry.at === undefined ? '' : `, ${timeInWords(entry.at, options.timezone)}`;
		const heading = `### ${titleOf(entry, markdownStyle)}${time}`;
		if (entry.kind === 'event') return heading;
		return `${heading}\n\n${contentOf(entry, markdownStyle, options)}`;
	},
	gap: (text) => `### [${text}]`,
};

const plainText: Layout = {
	style: plainStyle,
	header: (title, facts) =>
		[title, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n'),
	entry: (entry, options) => {
		const time = entry.at === undefined ? '' : `[${timeInWords(entry.at, options.timezone)}] `;
		const title = `${time}${titleOf(entry, plainStyle)}`;
		if (entry.kind === 'event') return title;
		// What is written is set in, so that no line of it can pass for a heading.
		const content = mapLines(contentOf(entry, plainStyle, options), (line) =>
			line === '' ? line : `  ${line}`,
		);
		return `${title}:\n${content}`;
	},
	gap: (text) => `[${text}]`,
};

/** The layouts by the name of the format. */
export const layouts = { markdown, plainText };
