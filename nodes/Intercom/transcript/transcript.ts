import type { IDataObject } from 'n8n-workflow';

import { entriesOf, missingParts, partsOf, sourceOf, type Entry } from './entries';
import { fit, type Fitted } from './fit';
import { layouts, timeInWords, type AttachmentDisplay, type LayoutOptions } from './layout';
import { oneLine } from './lines';
import { noticesOf, type Returned } from './notices';
import { customersOf, write } from './written';

/** The shapes a transcript has: a text, or a list of messages. */
export type TranscriptFormat = 'markdown' | 'plainText' | 'structured';

/** What goes into a transcript. */
export interface TranscriptOptions {
	format: TranscriptFormat;
	/** Whether notes that only teammates see are included. */
	notes: boolean;
	/** Whether events such as assignments are included. */
	events: boolean;
	attachments: AttachmentDisplay;
	/** The most characters of text, at least 1,000; 0 for no limit. */
	maxLength: number;
	/** The zone that times are shown in, an IANA name. */
	timezone: string;
}

/** What a format makes of the entries. */
interface Content {
	fields: IDataObject;
	fitted: Fitted;
	notices: string[];
}

function messageOf(entry: Entry, { attachments, timezone }: LayoutOptions): IDataObject {
	const { kind, speaker, at, text, partId } = entry;
	return {
		role: speaker.role,
		name: speaker.name ?? null,
		email: speaker.email ?? null,
		kind,
		created_at: at ?? null,
		time: at === undefined ? null : timeInWords(at, timezone),
		text,
		part_id: partId ?? null,
		...(attachments !== 'none' && {
			attachments: entry.attachments.map(({ name, url, contentType, size }) => ({
				name,
				...(attachments === 'links' && { url }),
				content_type: contentType ?? null,
				size: size ?? null,
			})),
		}),
	};
}

function structured(entries: Entry[], returned: Returned, options: TranscriptOptions): Content {
	const limit = options.maxLength === 0 ? Infinity : options.maxLength;
	const fitted = fit(entries, limit, ({ text }) => text.length, layouts.markdown.style);
	return {
		fields: { messages: fitted.entries.map((entry) => messageOf(entry, options)) },
		fitted,
		notices: noticesOf(returned, fitted, options.maxLength),
	};
}

/**
 * Makes one transcript of a conversation as `GET /conversations/{id}` gives it: who said what, in
 * order, for people and for the context of an AI model. `complete` is false, and `notice` says why,
 * where Intercom did not return everything or the limit left something out.
 */
export function makeTranscript(conversation: IDataObject, options: TranscriptOptions): IDataObject {
	const { format } = options;
	const layout = format === 'plainText' ? layouts.plainText : layouts.markdown;
	const wanted = { message: true, note: options.notes, event: options.events };
	const entries = entriesOf(conversation, layout.style).filter(({ kind }) => wanted[kind]);
	const returned = {
		parts: partsOf(conversation).length,
		missing: missingParts(conversation),
	};
	const { fields, fitted, notices } =
		format === 'structured'
			? structured(entries, returned, options)
			: asText(write(conversation, entries, returned, layout, options));
	const [customer] = customersOf(entries);
	return {
		conversation_id: oneLine(conversation.id),
		title: conversation.title ?? null,
		state: conversation.state ?? null,
		channel: sourceOf(conversation)?.type ?? null,
		customer_name: customer?.name ?? null,
		customer_email: customer?.email ?? null,
		...fields,
		entry_count: fitted.entries.length,
		left_out: fitted.leftOut,
		returned_parts: returned.parts,
		total_parts: returned.parts + returned.missing,
		complete: notices.length === 0,
		notice: notices.length === 0 ? null : `${notices.join('. ')}.`,
	};
}

function asText({ text, fitted, notices }: ReturnType<typeof write>): Content {
	return { fields: { transcript: text }, fitted, notices };
}
