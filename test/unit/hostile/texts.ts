/** How many characters a text has, or as near as its pieces allow; `HOSTILE_CHARACTERS` asks for more than every day. */
export const length = Number(process.env.HOSTILE_CHARACTERS ?? 200_000);

function repeated(piece: string): string {
	return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

const pieces = [
	' ',
	'\n',
	'\n\n ',
	'\u00a0',
	'\u2028',
	'`',
	'` ',
	'```\n',
	'~',
	'~~~\n',
	'<',
	'<!--',
	'</b>',
	'<b>',
	'<br>',
	'a<br>',
	'<p>a',
	'<a href="',
	'<a href="https://example.com">x',
	'<img alt="[" src="https://example.com/a">',
	'<ol><li>a</li>',
	'<blockquote>',
	'<blockquote>a<br>',
	'<table><tr><td>',
	'<tr><td>a',
	'<pre>`',
	'<script>',
	'<style></script>',
	'href=',
	'>',
	'&',
	'&amp;',
	'&#x41;',
	'&lt;!--',
	'.',
	'/',
	',',
	' ,http',
	'https:',
	'https://example.com/a,',
	'*',
	'_',
	'-',
	'#\n',
	'\\',
	'[',
	']',
	'[]',
	'](',
	'()',
	'"',
	"'",
	'""',
	'0',
	'1.',
	'1-',
	'2026-01-31',
	'9'.repeat(9) + '.\n',
	'a_',
	'e\u0301',
	'İ',
	'\ud83d',
	'😀',
	'\u0000',
	'<https://api.intercom.io/contacts/',
	'/contacts/',
	'/conversations/1',
	'contact_',
	'pending ',
	'in 1',
	'id=',
	'field_not_found',
	'(a = 1 AND ',
	"a = '",
	"''",
];

/** Long texts of each kind that has ever stopped a program that reads text. */
export const hostileTexts: Array<[name: string, text: string]> = pieces.map((piece) => [
	JSON.stringify(piece),
	// A pattern first likes the run and then finds that it ends otherwise.
	`${repeated(piece)}x`,
]);

const surroundings: Array<[name: string, before: string, after: string]> = [
	['in <pre>', '<p>a</p><pre>', '</pre>'],
	['in a table', '<table><tr><td>', '</td><td>y</td></tr></table>'],
	['in marks', '<p><b><i><a href="https://example.com/a">', '</a></i></b></p>'],
];

/** The same in the elements that are read in a way of their own. */
export const hostileHtml = surroundings.flatMap(([place, before, after]) =>
	hostileTexts
		.slice(0, 30)
		.map(([name, text]): [string, string] => [`${name} ${place}`, before + text + after]),
);

/** Elements deep inside each other, closed again. */
export const deepTexts: Array<[name: string, text: string]> = [
	'b',
	'a',
	'span',
	'div',
	'ul',
	'li',
	'blockquote',
	'table',
	'td',
	'pre',
	'code',
	'h1',
].map((tag) => [
	`<${tag}> ${length / 10} deep`,
	`<${tag}>`.repeat(length / 10) + '\n# x' + `</${tag}>`.repeat(length / 10),
]);
