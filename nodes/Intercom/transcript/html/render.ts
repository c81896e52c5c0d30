import { mapLines, oneLine, withSingleSpaces } from '../lines';
import { decodeEntities } from './entities';
import { Page, Row } from './page';
import { parseHtml, type HtmlElement, type HtmlNode } from './parse';
import { headingTags, lineTags } from './tags';

/** How the parts of a message are written. Only `text` and `image` get what somebody wrote as it is. */
export interface TextStyle {
	/** Words, of which none may be taken for markup. */
	text(text: string): string;
	strong(text: string): string;
	emphasis(text: string): string;
	link(label: string, address: string): string;
	image(description: string, address: string): string;
	/** Code within a line. */
	code(code: string): string;
	/** Several lines of code. */
	codeBlock(code: string): string;
	/** A line between two parts of a message; empty for none. */
	rule: string;
	/** Lines of written words, of which none may be taken for the beginning of anything else. */
	paragraph(text: string): string;
	/** What was written so, cut to a number of characters and with a mark that says so. */
	cut(text: string, length: number): string;
}

/** The marks that stand around the text under construction: one inside of itself says nothing more. */
type Marks = ReadonlySet<'strong' | 'emphasis' | 'link'>;

const noMarks: Marks = new Set();
const strongMarks: Marks = new Set(['strong']);

const markOf: ReadonlyMap<string, 'strong' | 'emphasis' | 'link'> = new Map([
	['a', 'link'],
	['b', 'strong'],
	['strong', 'strong'],
	['i', 'emphasis'],
	['em', 'emphasis'],
]);

/** All text of elements as it is written, with its line breaks. */
function rawText(nodes: HtmlNode[], pieces: string[] = []): string[] {
	for (const node of nodes) {
		if (typeof node === 'string') pieces.push(node);
		else if (node.tag === 'br') pieces.push('\n');
		else rawText(node.children, pieces);
	}
	return pieces;
}

/** Lines without the spaces that HTML does not show. */
function tidy(text: string): string {
	if (!text.includes('\n')) return oneLine(text);
	return mapLines(text, oneLine)
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

class Renderer {
	private readonly page = new Page();
	/** The row of a table that is being written; everything in it stands in one line. */
	private row?: Row;

	constructor(private readonly style: TextStyle) {}

	render(nodes: HtmlNode[]): string {
		this.blocks(nodes);
		return this.page.toString();
	}

	private blocks(nodes: HtmlNode[], isLine = false): void {
		let inline: HtmlNode[] = [];
		for (const node of nodes) {
			if (typeof node === 'string' || !node.isBlock) {
				inline.push(node);
				continue;
			}
			this.paragraph(inline, isLine);
			inline = [];
			this.block(node);
		}
		this.paragraph(inline, isLine);
	}

	private paragraph(nodes: HtmlNode[], isLine: boolean): void {
		if (nodes.length === 0) return;
		const text = tidy(this.inline(nodes, noMarks).join(''));
		if (text !== '') this.write(this.style.paragraph(text), isLine);
	}

	private write(text: string, isLine = false): void {
		if (this.row === undefined) this.page.block(text, isLine);
		else this.row.text(oneLine(text));
	}

	/** Text with its marks, on as many lines as it has breaks. */
	private inline(nodes: HtmlNode[], marks: Marks, pieces: string[] = []): string[] {
		for (const node of nodes) {
			if (typeof node === 'string') pieces.push(this.style.text(withSingleSpaces(node)));
			else this.mark(node, marks, pieces);
		}
		return pieces;
	}

	private mark(element: HtmlElement, marks: Marks, pieces: string[]): void {
		const { tag, attributes, children } = element;
		const mark = markOf.get(tag);
		if (tag === 'br') pieces.push('\n');
		else if (tag === 'img')
			pieces.push(this.style.image(oneLine(attributes.alt), oneLine(attributes.src)));
		else if (tag === 'code') pieces.push(this.code(children));
		else if (mark === undefined || marks.has(mark)) this.inline(children, marks, pieces);
		else {
			const inner = this.inline(children, new Set([...marks, mark])).join('');
			const text = tidy(inner);
			if (text === '') pieces.push(inner);
			else
				pieces.push(
					/^\s/.test(inner) ? ' ' : '',
					this.marked(mark, text, element),
					/\s$/.test(inner) ? ' ' : '',
				);
		}
	}

	private marked(
		mark: 'strong' | 'emphasis' | 'link',
		text: string,
		{ attributes }: HtmlElement,
	): string {
		return mark === 'link'
			? this.style.link(text, oneLine(attributes.href))
			: this.style[mark](text);
	}

	private code(nodes: HtmlNode[]): string {
		const code = oneLine(rawText(nodes).join(''));
		return code === '' ? '' : this.style.code(code);
	}

	private block(element: HtmlElement): void {
		const { tag, attributes, children } = element;
		if (headingTags.has(tag)) this.heading(children);
		else if (tag === 'ul' || tag === 'ol') this.list(element);
		else if (tag === 'blockquote') this.quote(children);
		else if (tag === 'pre') this.codeBlock(children);
		else if (tag === 'hr') this.rule();
		else if (tag === 'tr') this.cells(children);
		else {
			const isLine = lineTags.has(tag) || attributes.class?.includes('no-margin') === true;
			this.blocks(children, isLine);
		}
	}

	private heading(nodes: HtmlNode[]): void {
		const title = oneLine(this.inline(nodes, strongMarks).join(''));
		if (title !== '') this.write(this.style.paragraph(this.style.strong(title)));
	}

	private codeBlock(nodes: HtmlNode[]): void {
		const code = rawText(nodes).join('').trimEnd();
		if (this.row !== undefined) this.row.text(this.code(nodes));
		else if (code !== '')
			this.page.block(this.style.codeBlock(code.startsWith('\n') ? code.slice(1) : code));
	}

	private rule(): void {
		if (this.row === undefined && this.style.rule !== '') this.page.block(this.style.rule);
	}

	private quote(nodes: HtmlNode[]): void {
		const write = () => this.blocks(nodes);
		if (this.row !== undefined) write();
		else this.page.within({ first: '> ', rest: '> ', dense: false }, false, write);
	}

	private list({ tag, children }: HtmlElement): void {
		if (this.row !== undefined) {
			this.blocks(children);
			return;
		}
		this.page.within({ first: '', rest: '', dense: true }, false, () => {
			let number = 0;
			for (const child of children.filter(isContent)) {
				// A list right inside of a list belongs to the item before it.
				const isItem = typeof child === 'string' || (child.tag !== 'ul' && child.tag !== 'ol');
				if (isItem) number += 1;
				const sign = tag === 'ol' ? `${number}. ` : '- ';
				const rest = ' '.repeat(sign.length);
				const frame = { first: isItem ? sign : rest, rest, dense: true };
				this.page.within(frame, true, () => this.blocks([child]));
			}
		});
	}

	private cells(nodes: HtmlNode[]): void {
		const outer = this.row;
		const row = outer ?? new Row();
		this.row = row;
		for (const cell of nodes.filter(isContent)) row.cell(() => this.blocks([cell]));
		this.row = outer;
		if (outer === undefined && String(row) !== '')
			this.page.block(this.style.paragraph(String(row)), true);
	}
}

function isContent(node: HtmlNode): boolean {
	return typeof node !== 'string' || node.trim() !== '';
}

/** A message's HTML in a style of text. Text without any tag keeps its lines. */
export function renderHtml(html: string, style: TextStyle): string {
	if (!/<[a-z!/]/i.test(html)) return style.paragraph(style.text(decodeEntities(html).trim()));
	return new Renderer(style).render(parseHtml(html));
}
