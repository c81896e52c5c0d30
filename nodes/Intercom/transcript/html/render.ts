import { decodeEntities } from './entities';
import { parseHtml, type HtmlElement, type HtmlNode } from './parse';

/** How the parts of a message are written. */
export interface TextStyle {
	strong(text: string): string;
	emphasis(text: string): string;
	link(label: string, address: string): string;
	image(description: string, address: string): string;
	code(text: string): string;
	/** Several lines of code. */
	codeBlock(text: string): string;
	/** A paragraph, at last: what must not be taken for markup is taken care of here. */
	paragraph(text: string): string;
}

/** A block of lines; tight ones follow each other without an empty line. */
interface Block {
	text: string;
	tight: boolean;
}

const lines = new Set([
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
const sections = new Set(['header', 'main', 'nav', 'p', 'section', 'tbody', 'tfoot', 'thead']);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const blockTags = new Set([
	...lines,
	...sections,
	...headings,
	...['blockquote', 'hr', 'li', 'ol', 'pre', 'table', 'td', 'th', 'tr', 'ul'],
]);

function hasBlock({ children }: HtmlElement): boolean {
	return children.some((child) => typeof child !== 'string' && isBlock(child));
}

function isBlock(element: HtmlElement): boolean {
	return blockTags.has(element.tag) || hasBlock(element);
}

/** All text of an element as it is written, with its line breaks. */
function rawText(nodes: HtmlNode[]): string {
	return nodes
		.map((node) =>
			typeof node === 'string' ? node : node.tag === 'br' ? '\n' : rawText(node.children),
		)
		.join('');
}

/** Lines without the spaces that HTML does not show. */
function tidy(text: string): string {
	return text
		.split('\n')
		.map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

function indent(text: string, first: string, rest: string): string {
	return text
		.split('\n')
		.map((line, index) => (index === 0 ? first + line : line === '' ? '' : rest + line))
		.join('\n');
}

function join(blocks: Block[]): string {
	return blocks
		.map(({ text, tight }, index) => {
			if (index === 0) return text;
			return (tight && blocks[index - 1].tight ? '\n' : '\n\n') + text;
		})
		.join('');
}

class Renderer {
	constructor(private readonly style: TextStyle) {}

	/** Text with its marks, on as many lines as it has breaks. */
	inline(nodes: HtmlNode[]): string {
		return nodes
			.map((node) => (typeof node === 'string' ? node.replace(/\s+/g, ' ') : this.mark(node)))
			.join('');
	}

	blocks(nodes: HtmlNode[]): Block[] {
		const blocks: Block[] = [];
		let text = '';
		const finish = (tight: boolean) => {
			const paragraph = tidy(text);
			text = '';
			if (paragraph !== '') blocks.push({ text: this.style.paragraph(paragraph), tight });
		};
		for (const node of nodes) {
			if (typeof node === 'string' || !isBlock(node)) {
				text += this.inline([node]);
				continue;
			}
			finish(false);
			for (const block of this.block(node)) blocks.push(block);
		}
		finish(false);
		return blocks;
	}

	private mark(element: HtmlElement): string {
		const { tag, attributes, children } = element;
		if (tag === 'br') return '\n';
		if (tag === 'img') return this.style.image(tidy(attributes.alt ?? ''), attributes.src ?? '');
		const inner = this.inline(children);
		const text = tidy(inner);
		const marked = this.marked(tag, text, element);
		if (marked === undefined) return inner;
		const before = /^\s/.test(inner) ? ' ' : '';
		return text === '' ? inner : before + marked + (/\s$/.test(inner) ? ' ' : '');
	}

	private marked(tag: string, text: string, { attributes }: HtmlElement): string | undefined {
		if (tag === 'a') return this.style.link(text, (attributes.href ?? '').trim());
		if (tag === 'b' || tag === 'strong') return this.style.strong(text);
		if (tag === 'i' || tag === 'em') return this.style.emphasis(text);
		return tag === 'code' ? this.style.code(text) : undefined;
	}

	private block(element: HtmlElement): Block[] {
		const { tag, attributes, children } = element;
		const one = (text: string, tight = false): Block[] => (text === '' ? [] : [{ text, tight }]);
		if (headings.has(tag)) {
			const title = tidy(this.inline(children).replace(/\n/g, ' '));
			return one(title === '' ? '' : this.style.strong(title));
		}
		if (tag === 'ul' || tag === 'ol') return one(this.list(element));
		if (tag === 'blockquote') {
			const quoted = join(this.blocks(children));
			return one(quoted === '' ? '' : quoted.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>'));
		}
		if (tag === 'pre') return one(this.style.codeBlock(rawText(children).replace(/^\n|\s+$/g, '')));
		if (tag === 'hr') return one('---');
		if (tag === 'tr') return one(this.row(element), true);
		const inner = this.blocks(children);
		const isLine = lines.has(tag) || attributes.class?.includes('no-margin') === true;
		return inner.length === 1 && isLine ? one(inner[0].text, true) : inner;
	}

	private list({ tag, children }: HtmlElement): string {
		const entries = children.filter(
			(child): child is HtmlElement => typeof child !== 'string' && child.tag === 'li',
		);
		return entries
			.map((entry, index) => {
				const blocks = this.blocks(entry.children).map(({ text }) => ({ text, tight: true }));
				const sign = tag === 'ol' ? `${index + 1}. ` : '- ';
				return indent(join(blocks), sign, ' '.repeat(sign.length));
			})
			.join('\n');
	}

	private row({ children }: HtmlElement): string {
		return children
			.filter((child): child is HtmlElement => typeof child !== 'string')
			.map((cell) => join(this.blocks(cell.children)).replace(/\s*\n\s*/g, ' '))
			.filter((cell) => cell !== '')
			.join(' | ');
	}
}

/** A message's HTML in a style of text. Text without any tag keeps its lines. */
export function renderHtml(html: string, style: TextStyle): string {
	if (!/<[a-z!/]/i.test(html)) return style.paragraph(decodeEntities(html).trim());
	const renderer = new Renderer(style);
	return join(renderer.blocks(parseHtml(html)));
}
