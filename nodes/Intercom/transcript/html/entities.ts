import { withPlainBreaks } from '../lines';

/** The named characters that occur in messages and emails; others stay as they are written. */
const characters = {
	amp: '&',
	apos: "'",
	bull: '•',
	cent: '¢',
	copy: '©',
	deg: '°',
	emsp: ' ',
	ensp: ' ',
	euro: '€',
	gt: '>',
	hellip: '…',
	laquo: '«',
	ldquo: '“',
	lsquo: '‘',
	lt: '<',
	mdash: '—',
	middot: '·',
	minus: '−',
	nbsp: ' ',
	ndash: '–',
	pound: '£',
	quot: '"',
	raquo: '»',
	rdquo: '”',
	reg: '®',
	rsquo: '’',
	sect: '§',
	shy: '',
	times: '×',
	trade: '™',
	yen: '¥',
	zwj: '',
	zwnj: '',
};

// A map, because every object also has members such as `valueOf`.
const named = new Map(Object.entries(characters));

/** Marks without a width, which only serve the layout of emails. */
const invisible = /[\u200b\u200c\u2060\ufeff]/g;

/** What decoding changes; most text has none of it. */
const hasMore = /[&\u200b\u200c\u2060\ufeff\v\f\r\u0085\u2028\u2029]/;

function fromCode(code: number, written: string): string {
	const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : written;
}

/** Text of HTML as people read it: `&amp;` as `&`, `&#8364;` as `€`, `\n` as the only line break. */
export function decodeEntities(text: string): string {
	if (!hasMore.test(text)) return text;
	const decoded = text
		.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (written, hex, decimal, name) => {
			if (hex !== undefined) return fromCode(Number.parseInt(hex, 16), written);
			if (decimal !== undefined) return fromCode(Number(decimal), written);
			return named.get(name) ?? named.get(String(name).toLowerCase()) ?? written;
		})
		.replace(invisible, '');
	return withPlainBreaks(decoded);
}
