import type { Operation, Resource } from '../../nodes/Intercom/engine/operation';

/** The marks in the README between which the table of operations stands. */
const begin = '<!-- operations: written by npm run docs -->';
const end = '<!-- /operations -->';

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}

function list(operations: Operation[]): string {
	return operations
		.map(({ name }) => name)
		.sort((a, b) => a.localeCompare(b))
		.map(cell)
		.join(', ');
}

/** The table of resources and their operations, as Markdown, padded as prettier does. */
export function operationsTable(resources: Resource[]): string {
	const rows = [...resources]
		.sort((a, b) => a.name.localeCompare(b.name))
		.map(({ name, operations }) => [`**${cell(name)}**`, list(operations)]);
	const lines = [['Resource', 'Operations'], ...rows];
	const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column].length)));
	const draw = (line: string[]) =>
		`| ${line.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [draw(lines[0]), rule, ...rows.map(draw)].join('\n');
}

/**
 * A README with the table of operations as the resources are now.
 *
 * @throws Error when the README has no marks for it
 */
export function withOperationsTable(readme: string, resources: Resource[]): string {
	const from = readme.indexOf(begin);
	const to = readme.indexOf(end);
	if (from < 0 || to < from) throw new Error(`README.md lacks the marks ${begin} and ${end}`);
	const head = readme.slice(0, from + begin.length);
	return `${head}\n\n${operationsTable(resources)}\n\n${readme.slice(to)}`;
}
