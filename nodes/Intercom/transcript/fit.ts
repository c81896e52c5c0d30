import type { Entry } from './entries';
import type { TextStyle } from './html/render';

/** Entries that fit into a transcript, with what had to go. */
export interface Fitted {
	/** In their order. */
	entries: Entry[];
	/** How many entries were left out. */
	leftOut: number;
	/** How many of the remaining ones stood before those. */
	before: number;
	/** Whether the text of an entry was cut. */
	cut: boolean;
}

/** A shorter text than this says nothing. */
const shortest = 16;

/** An entry whose text is shorter by so many characters, undefined where too little would remain. */
function shortened(entry: Entry, excess: number, style: TextStyle): Entry | undefined {
	const keep = entry.text.length - excess;
	return keep < shortest ? undefined : { ...entry, text: style.cut(entry.text, keep) };
}

/**
 * Chooses what fits: the first entry, because it says what a conversation is about, and the newest
 * ones. An entry that is too long alone is cut at its end.
 *
 * @param room how many characters there are
 * @param lengthOf the characters that an entry takes up, at least those of its text
 * @param style how the texts of the entries are written
 */
export function fit(
	entries: Entry[],
	room: number,
	lengthOf: (entry: Entry) => number,
	style: TextStyle,
): Fitted {
	const total = entries.reduce((sum, entry) => sum + lengthOf(entry), 0);
	if (total <= room || entries.length === 0) {
		return { entries, leftOut: 0, before: 0, cut: false };
	}
	let cut = false;
	const place = (entry: Entry, space: number): Entry | undefined => {
		const excess = lengthOf(entry) - space;
		if (excess <= 0) return entry;
		const short = shortened(entry, excess, style);
		cut ||= short !== undefined;
		return short;
	};
	const [opening, ...later] = entries;
	// A long opening must leave most of the room to what was said last.
	const share = later.length === 0 ? room : Math.max(room / 4, room - sum(later, lengthOf));
	const first = place(opening, Math.floor(share));
	let left = room - (first === undefined ? 0 : lengthOf(first));
	const newest: Entry[] = [];
	for (const entry of later.reverse()) {
		const length = lengthOf(entry);
		if (length > left) {
			const short = newest.length === 0 ? place(entry, left) : undefined;
			if (short !== undefined) newest.unshift(short);
			break;
		}
		newest.unshift(entry);
		left -= length;
	}
	const kept = first === undefined ? newest : [first, ...newest];
	const before = first === undefined ? 0 : 1;
	return { entries: kept, leftOut: entries.length - kept.length, before, cut };
}

function sum(entries: Entry[], lengthOf: (entry: Entry) => number): number {
	return entries.reduce((total, entry) => total + lengthOf(entry), 0);
}
