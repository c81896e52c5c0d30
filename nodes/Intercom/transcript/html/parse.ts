import { decodeEntities } from './entities';

/** An element of HTML with what stands inside. */
export interface HtmlElement {
	/** In lower case. */
	tag: string;
	/** The attributes that reading needs; others are left out. */
	attributes: Readonly<Record<string, string>>;
	children: HtmlNode[];
}

/** A piece of HTML: text as people read it, or an element. */
export type HtmlNode = string | HtmlElement;

const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

/** Elements whose content is not for readers. */
const unread = ['script', 'style', 'head', 'title', 'template'];

/** Deeper nesting is taken flat, so that no message can exhaust the stack. */
const deepest = 100;

/** Elements that end when another one of their kind begins. */
const endsItself: Readonly<Record<string, readonly string[]>> = {
	p: ['p'],
	li: ['li'],
	tr: ['tr', 'td', 'th'],
	td: ['td', 'th'],
	th: ['td', 'th'],
};

const readAttributes = /\b(href|src|alt|class)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

function attributesOf(source: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (const [, name, double, single, bare] of source.matchAll(readAttributes))
		attributes[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '');
	return attributes;
}

/** The tree under construction: the elements that are open, outermost first. */
class Builder {
	readonly root: HtmlElement = { tag: '', attributes: {}, children: [] };
	private readonly open: HtmlElement[] = [this.root];

	text(text: string): void {
		if (text !== '') this.innermost().children.push(text);
	}

	start(tag: string, attributes: string): void {
		while (endsItself[tag]?.includes(this.innermost().tag)) this.open.pop();
		const element: HtmlElement = { tag, attributes: attributesOf(attributes), children: [] };
		this.innermost().children.push(element);
		if (!empty.has(tag) && this.open.length <= deepest) this.open.push(element);
	}

	end(tag: string): void {
		const index = this.open.map((element) => element.tag).lastIndexOf(tag);
		if (index > 0) this.open.length = index;
	}

	private innermost(): HtmlElement {
		return this.open[this.open.length - 1];
	}
}

/** The position behind the end of an element that is not read. */
function behind(html: string, lower: string, tag: string, from: number): number {
	const end = lower.indexOf(`</${tag}`, from);
	if (end < 0) return html.length;
	const close = html.indexOf('>', end);
	return close < 0 ? html.length : close + 1;
}

/**
 * Reads HTML as it occurs in messages: a small, forgiving reader that takes anything and needs time
 * in proportion to the length. It knows no `>` inside of attribute values; Intercom writes them as
 * `&gt;`.
 */
export function parseHtml(html: string): HtmlNode[] {
	const lower = html.toLowerCase();
	const builder = new Builder();
	for (let position = 0; position < html.length;) {
		const start = html.indexOf('<', position);
		const end = start < 0 ? -1 : html.indexOf('>', start);
		if (end < 0) {
			builder.text(decodeEntities(html.slice(position)));
			break;
		}
		builder.text(decodeEntities(html.slice(position, start)));
		const tag = /^<(\/?)([a-z][a-z0-9:-]*)/i.exec(html.slice(start, Math.min(end, start + 40)));
		if (html.startsWith('<!--', start)) {
			const close = html.indexOf('-->', start);
			position = close < 0 ? html.length : close + 3;
			continue;
		}
		position = end + 1;
		if (tag === null) {
			const isMarkup = html[start + 1] === '!' || html[start + 1] === '?';
			if (isMarkup) continue;
			builder.text('<');
			position = start + 1;
			continue;
		}
		const name = tag[2].toLowerCase();
		if (tag[1] === '/') builder.end(name);
		else if (unread.includes(name)) position = behind(html, lower, name, position);
		else builder.start(name, html.slice(start + tag[0].length, end));
	}
	return builder.root.children;
}
