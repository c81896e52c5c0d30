import type { IDataObject } from 'n8n-workflow';

import { recordsIn, valueAt } from '../client/paginate';
import { sourceOf, type Entry } from './entries';
import { fit, type Fitted } from './fit';
import { speakerInWords, timeInWords, type Layout, type LayoutOptions } from './layout';
import { oneLine } from './lines';
import { longestNotices, noticesOf, type Returned } from './notices';
import type { Speaker } from './speaker';

/** The customers who speak, each once, in the order they first do. */
export function customersOf(entries: Entry[]): Speaker[] {
	const speakers = entries
		.map(({ speaker }) => speaker)
		.filter(({ role, name, email }) => role === 'customer' && (name ?? email) !== undefined);
	return [...new Map(speakers.map((speaker) => [speakerInWords(speaker), speaker])).values()];
}

function headerOf(
	conversation: IDataObject,
	entries: Entry[],
	layout: Layout,
	timezone: string,
): string {
	const title = oneLine(conversation.title);
	const started = conversation.created_at;
	const tags = recordsIn(valueAt(conversation, 'tags.tags') ?? []).map(({ name }) => oneLine(name));
	const facts: Array<[string, string]> = [
		['State', oneLine(conversation.state)],
		['Channel', oneLine(sourceOf(conversation)?.type)],
		['Started', typeof started === 'number' ? timeInWords(started, timezone) : ''],
		['Customers', customersOf(entries).map(speakerInWords).join(', ')],
		['Tags', tags.join(', ')],
		['Time zone', timezone],
	];
	return layout.header(
		`Conversation ${oneLine(conversation.id)}${title === '' ? '' : `: ${title}`}`,
		facts.filter(([, value]) => value !== ''),
	);
}

/** A transcript as one text. */
export interface Written {
	text: string;
	fitted: Fitted;
	notices: string[];
}

const separator = '\n\n';

/**
 * Writes entries as one text that is never longer than the limit; where something is missing stands
 * what.
 *
 * @param maxLength the most characters, at least 1,000; 0 for no limit
 */
export function write(
	conversation: IDataObject,
	entries: Entry[],
	returned: Returned,
	layout: Layout,
	options: LayoutOptions & { maxLength: number },
): Written {
	const limit = options.maxLength === 0 ? Infinity : options.maxLength;
	const header = headerOf(conversation, entries, layout, options.timezone).slice(0, limit / 4);
	const asText = (entry: Entry) => layout.entry(entry, options);
	const lengthOf = (entry: Entry) => asText(entry).length + separator.length;
	const whole = entries.reduce((sum, entry) => sum + lengthOf(entry), header.length);
	const noticeRoom = returned.missing > 0 || whole > limit ? longestNotices : 0;
	const fitted = fit(entries, limit - header.length - noticeRoom, lengthOf, layout.style);
	const notices = noticesOf(returned, fitted, options.maxLength);
	const blocks = fitted.entries.map(asText);
	const gap = fitted.leftOut > 0 ? fitted.before : Math.min(1, blocks.length);
	if (notices.length > 0) blocks.splice(gap, 0, layout.gap(notices.join('. ')));
	return { text: [header, ...blocks].join(separator), fitted, notices };
}
