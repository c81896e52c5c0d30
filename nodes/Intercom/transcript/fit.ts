import type { Entry } from './entries';

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

const cutMark = ' […]';

/** Room for closing a block of code that was cut through. */
const fenceRoom = 12;

/** Text that ends inside of a block of code, with that block closed. */
function closed(text: string): string {
	const fences = text.match(/^\s*`{3,}$/gm) ?? [];
	const open = fences.length % 2 === 0 ? '' : (fences.at(-1) ?? '').trim();
	return open === '' || open.length >= fenceRoom ? text : `${text}\n${open}`;
}

/** An entry whose text is shorter by so many characters, undefined where it has not that many. */
function shortened(entry: Entry, excess: number): Entry | undefined {
	const keep = entry.text.length - excess - cutMark.length - fenceRoom;
	if (keep <= 0) return undefined;
	// Half of a surrogate pair is no character.
	const text = entry.text.slice(0, keep).replace(/[\ud800-\udbff]$/, '');
	return { ...entry, text: closed(text + cutMark) };
}

/**
 * Chooses what fits: the first entry, because it says what a conversation is about, and the newest
 * ones. An entry that is too long alone is cut at its end.
 *
 * @param room how many characters there are
 * @param lengthOf the characters that an entry takes up, at least those of its text
 */
export function fit(entries: Entry[], room: number, lengthOf: (entry: Entry) => number): Fitted {
	const total = entries.reduce((sum, entry) => sum + lengthOf(entry), 0);
	if (total <= room || entries.length === 0) {
		return { entries, leftOut: 0, before: 0, cut: false };
	}
	let cut = false;
	const place = (entry: Entry, space: number): Entry | undefined => {
		const excess = lengthOf(entry) - space;
		if (excess <= 0) return entry;
		const short = shortened(entry, excess);
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
