/** A container of lines: what a list's item, a quote or the whole message is written into. */
interface Container {
	/** What stands before its next line; undefined where that is `rest`. */
	first?: string;
	/** What stands before its further lines. */
	rest: string;
	/** How the block before was written; undefined where there is none. */
	before?: 'line' | 'paragraph';
	/** Whether all blocks follow each other without an empty line. */
	dense: boolean;
}

/** Where each container begins its first line and its others, and whether it is dense. */
export interface Frame {
	first: string;
	rest: string;
	dense: boolean;
}

/** Quotes and lists inside of each other are shown this deep; text further in stands beside it. */
const deepestFrame = 10;

/** The lines of a message under construction, each written once with what stands before it. */
export class Page {
	private readonly lines: string[] = [];
	private container: Container = { rest: '', dense: false };
	private depth = 0;

	/** Whether nothing has been written. */
	get isEmpty(): boolean {
		return this.lines.length === 0;
	}

	/**
	 * Writes a block of lines.
	 *
	 * @param isLine whether it follows a line before it without an empty line
	 */
	block(text: string, isLine = false): void {
		this.separate(isLine);
		for (const line of text.includes('\n') ? text.split('\n') : [text]) {
			const prefix = this.container.first ?? this.container.rest;
			this.container.first = undefined;
			this.lines.push(line === '' ? prefix.trimEnd() : prefix + line);
		}
		this.container.before = isLine ? 'line' : 'paragraph';
	}

	/** Has the blocks of one container written; nothing remains of one that stays empty. */
	within({ first, rest, dense }: Frame, isLine: boolean, write: () => void): void {
		const outer = { ...this.container };
		const linesBefore = this.lines.length;
		this.separate(isLine);
		const linesAtStart = this.lines.length;
		const isShown = this.depth < deepestFrame;
		this.container = {
			first: (outer.first ?? outer.rest) + (isShown ? first : ''),
			rest: outer.rest + (isShown ? rest : ''),
			dense,
		};
		this.depth += 1;
		write();
		this.depth -= 1;
		const isEmpty = this.lines.length === linesAtStart;
		if (isEmpty) this.lines.length = linesBefore;
		this.container = isEmpty
			? outer
			: { ...outer, first: undefined, before: isLine ? 'line' : 'paragraph' };
	}

	toString(): string {
		return this.lines.join('\n');
	}

	private separate(isLine: boolean): void {
		const { before, dense, first, rest } = this.container;
		if (before === undefined || dense || (isLine && before === 'line')) return;
		this.lines.push((first ?? rest).trimEnd());
	}
}

/** The cells of a table's row under construction, all of them in one line. */
export class Row {
	private readonly pieces: string[] = [];
	private joint = '';

	/** Begins a cell; cells without text are left out. */
	cell(write: () => void): void {
		if (this.pieces.length > 0) this.joint = ' | ';
		write();
	}

	/** Writes text into the cell. */
	text(text: string): void {
		this.pieces.push(this.joint, text);
		this.joint = ' ';
	}

	toString(): string {
		return this.pieces.join('');
	}
}
