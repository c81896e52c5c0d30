import { decodeEntities } from './entities';
import { blockTags, emptyTags, endsItself, unreadTags } from './tags';

/** An element of HTML with what stands inside. */
export interface HtmlElement {
	/** In lower case. */
	tag: string;
	/** The attributes that reading needs; others are left out. */
	attributes: Readonly<Record<string, string>>;
	children: HtmlNode[];
	/** Whether it begins a line of its own: it is a block, or something inside of it is. */
	isBlock: boolean;
}

/** A piece of HTML: text as people read it, or an element. */
export type HtmlNode = string | HtmlElement;

/** Deeper nesting is taken flat, so that no message can exhaust the stack. */
const deepest = 100;

/** The tags of elements after so many are left out, so that no message can exhaust time or memory. */
const maxElements = 20_000;

const readAttributes = /\b(href|src|alt|class)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

const none: Readonly<Record<string, string>> = {};

const anyTag = /<(\/?)([a-z][a-z0-9:-]{0,37})/iy;

const unreadEnd = /<\/(script|style|head|title|template)/gi;

function attributesOf(source: string): Readonly<Record<string, string>> {
	if (source === '') return none;
	const attributes: Record<string, string> = {};
	for (const [, name, double, single, bare] of source.matchAll(readAttributes))
		attributes[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '');
	return attributes;
}

/** The tree under construction: the elements that are open, outermost first. */
class Builder {
	readonly root: HtmlElement = { tag: '', attributes: {}, children: [], isBlock: false };
	private readonly open: HtmlElement[] = [this.root];
	private elements = 0;

	text(text: string): void {
		if (text !== '') this.innermost().children.push(decodeEntities(text));
	}

	start(tag: string, attributes: string): void {
		if (this.elements === maxElements) {
			// What they hold must not become one word with what stands before.
			this.innermost().children.push(' ');
			return;
		}
		this.elements += 1;
		while (endsItself.get(tag)?.includes(this.innermost().tag)) this.open.pop();
		// Links hold no links.
		if (tag === 'a') this.end('a');
		const isBlock = blockTags.has(tag);
		const isTooDeep = this.open.length > deepest;
		// What holds text but can't any more would only take time.
		if (isTooDeep && !isBlock && !emptyTags.has(tag)) return;
		const element = { tag, attributes: attributesOf(attributes), children: [], isBlock };
		this.innermost().children.push(element);
		if (isBlock) this.holdBlock();
		if (!emptyTags.has(tag) && !isTooDeep) this.open.push(element);
	}

	end(tag: string): void {
		let index = this.open.length - 1;
		while (index > 0 && this.open[index].tag !== tag) index -= 1;
		if (index > 0) this.open.length = index;
	}

	private innermost(): HtmlElement {
		return this.open[this.open.length - 1];
	}

	private holdBlock(): void {
		for (let at = this.open.length - 1; at >= 0 && !this.open[at].isBlock; at -= 1)
			this.open[at].isBlock = true;
	}
}

/** Finds one text in another again and again, always further on, and looks at each character once. */
function finder(html: string, wanted: string): (from: number) => number {
	let found = -1;
	return (from) => {
		if (found < from) found = html.indexOf(wanted, from);
		if (found < 0) found = html.length;
		return found;
	};
}

/** The position behind the end of an element that is not read. */
function behind(html: string, tag: string, from: number): number {
	unreadEnd.lastIndex = from;
	let end = unreadEnd.exec(html);
	while (end !== null && end[1].toLowerCase() !== tag) end = unreadEnd.exec(html);
	const close = end === null ? -1 : html.indexOf('>', end.index);
	return close < 0 ? html.length : close + 1;
}

/**
 * Reads HTML as it occurs in messages: a small, forgiving reader that takes anything and needs time
 * in proportion to the length. It knows no `>` inside of attribute values; Intercom writes them as
 * `&gt;`.
 */
export function parseHtml(html: string): HtmlNode[] {
	const builder = new Builder();
	const nextOpening = finder(html, '<');
	const nextClosing = finder(html, '>');
	let textFrom = 0;
	for (let start = nextOpening(0); start < html.length; start = nextOpening(start)) {
		const end = nextClosing(start);
		if (end === html.length) break;
		anyTag.lastIndex = start;
		const tag = anyTag.exec(html);
		const isMarkup = html[start + 1] === '!' || html[start + 1] === '?';
		if (tag === null && !isMarkup) {
			start += 1;
			continue;
		}
		builder.text(html.slice(textFrom, start));
		textFrom = end + 1;
		if (html.startsWith('<!--', start)) {
			const close = html.indexOf('-->', start);
			textFrom = close < 0 ? html.length : close + 3;
		} else if (tag !== null) {
			const name = tag[2].toLowerCase();
			if (tag[1] === '/') builder.end(name);
			else if (unreadTags.has(name)) textFrom = behind(html, name, textFrom);
			else builder.start(name, html.slice(start + tag[0].length, end));
		}
		start = textFrom;
	}
	builder.text(html.slice(textFrom));
	return builder.root.children;
}
