import type { IDataObject } from 'n8n-workflow';

import { valueAt } from '../client/paginate';
import { eventText, plainParts } from './events';
import { renderHtml, type TextStyle } from './html/render';
import { oneLine } from './lines';
import { speakerOf, type Speaker } from './speaker';

/** A file in a conversation (2.16 `part_attachment`). */
export interface Attachment {
	name: string;
	/** A signed address that expires. */
	url: string;
	contentType?: string;
	/** In bytes. */
	size?: number;
}

/** One thing said or done in a conversation. */
export interface Entry {
	/** A message to all, a note that only teammates see, or an event of the system. */
	kind: 'message' | 'note' | 'event';
	speaker: Speaker;
	/** Unix seconds. */
	at?: number;
	text: string;
	attachments: Attachment[];
	/** The ID of the part; undefined for the message that opened the conversation. */
	partId?: string;
}

function list(value: unknown): IDataObject[] {
	return Array.isArray(value)
		? value.filter((member) => typeof member === 'object' && member !== null)
		: [];
}

/** The files of a part, or of the message that opened a conversation. */
export function attachmentsOf(part: IDataObject): Attachment[] {
	return list(part.attachments).map(({ name, url, content_type: type, filesize }) => ({
		name: oneLine(name) || 'file',
		url: String(url ?? ''),
		...(typeof type === 'string' && { contentType: oneLine(type) }),
		...(typeof filesize === 'number' && { size: filesize }),
	}));
}

/** The parts that Intercom sent with a conversation, oldest first. */
export function partsOf(conversation: IDataObject): IDataObject[] {
	const parts = list(valueAt(conversation, 'conversation_parts.conversation_parts'));
	return [...parts].sort((a, b) => Number(a.created_at ?? 0) - Number(b.created_at ?? 0));
}

/** The message that opened a conversation; undefined where Intercom tells of none. */
export function sourceOf(conversation: IDataObject): IDataObject | undefined {
	const source = conversation.source;
	return typeof source === 'object' && source !== null ? (source as IDataObject) : undefined;
}

/** A message's HTML within one line. */
function inOneLine(html: unknown, style: TextStyle): string {
	return oneLine(renderHtml(String(html ?? ''), style));
}

function offeredReplies(part: IDataObject, style: TextStyle): string {
	const options = list(valueAt(part, 'metadata.quick_reply_options'));
	const texts = options.map((option) => inOneLine(option.text, style)).filter(Boolean);
	return texts.length === 0 ? '' : `Offered replies: ${texts.join(' / ')}`;
}

function time(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

function firstEntry(conversation: IDataObject, style: TextStyle): Entry[] {
	const source = sourceOf(conversation);
	if (source === undefined) return [];
	const subject = inOneLine(source.subject, style);
	const body = renderHtml(String(source.body ?? ''), style);
	const lines = [subject === '' ? '' : `Subject: ${subject}`, body];
	const text = lines.filter((line) => line !== '').join('\n\n');
	const attachments = attachmentsOf(source);
	if (text === '' && attachments.length === 0) return [];
	const speaker = speakerOf(source.author);
	return [{ kind: 'message', speaker, at: time(conversation.created_at), text, attachments }];
}

function partEntries(part: IDataObject, style: TextStyle): Entry[] {
	const type = String(part.part_type ?? '');
	const common = {
		speaker: speakerOf(part.author),
		at: time(part.created_at),
		...(part.id !== undefined && part.id !== null && { partId: String(part.id) }),
	};
	const body = renderHtml(String(part.body ?? ''), style);
	const text = [body, offeredReplies(part, style)].filter((line) => line !== '').join('\n\n');
	const attachments = attachmentsOf(part);
	const entries: Entry[] = [];
	if (text !== '' || attachments.length > 0)
		entries.push({
			...common,
			kind: type.startsWith('note') ? 'note' : 'message',
			text,
			attachments,
		});
	if (!plainParts.has(type))
		entries.push({ ...common, kind: 'event', text: eventText(part), attachments: [] });
	return entries;
}

/**
 * What was said and done in a conversation as `GET /conversations/{id}` gives it, oldest first. A
 * part can be both: a reply that reopens a conversation is a message and an event.
 */
export function entriesOf(conversation: IDataObject, style: TextStyle): Entry[] {
	return [
		...firstEntry(conversation, style),
		...partsOf(conversation).flatMap((part) => partEntries(part, style)),
	];
}

/**
 * How many parts of a conversation are not in Intercom's answer: it holds the newest 500 at most
 * (2.16 line 10994), and has been seen to leave parts out without a word (peers.md §3a, Airbyte
 * #39463). `statistics.count_conversation_parts` may count the opening message, so one more there
 * means nothing.
 */
export function missingParts(conversation: IDataObject): number {
	const returned = partsOf(conversation).length;
	const total = Number(valueAt(conversation, 'conversation_parts.total_count') ?? 0);
	const counted = Number(valueAt(conversation, 'statistics.count_conversation_parts') ?? 0);
	return Math.max(0, total - returned, counted - 1 - returned);
}
