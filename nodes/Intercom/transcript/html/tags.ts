/** Elements that are lines rather than paragraphs: they follow each other without an empty line. */
export const lineTags = new Set([
	'address',
	'article',
	'center',
	'dd',
	'div',
	'dl',
	'dt',
	'figure',
	'footer',
]);

/** Titles inside of messages. */
export const headingTags = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

const sectionTags = ['header', 'main', 'nav', 'p', 'section', 'tbody', 'tfoot', 'thead'];
const shapedTags = ['blockquote', 'hr', 'li', 'ol', 'pre', 'table', 'td', 'th', 'tr', 'ul'];

/** Elements that begin a line of their own. */
export const blockTags = new Set([...lineTags, ...headingTags, ...sectionTags, ...shapedTags]);

/** Elements without content. */
export const emptyTags = new Set([
	'area',
	'base',
	'br',
	'col',
	'hr',
	'img',
	'input',
	'link',
	'meta',
	'wbr',
]);

/** Elements whose content is not for readers. */
export const unreadTags = new Set(['script', 'style', 'head', 'title', 'template']);

/** Elements that end when another one of their kind begins. */
export const endsItself: ReadonlyMap<string, readonly string[]> = new Map([
	['p', ['p']],
	['li', ['li']],
	['tr', ['tr', 'td', 'th']],
	['td', ['td', 'th']],
	['th', ['td', 'th']],
]);
