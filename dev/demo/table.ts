import type { INodeExecutionData } from 'n8n-workflow';
import type { ExampleResult } from './examples';

const FIRST_ITEM_WIDTH = 90;

/** Fields that tell most about a record; the others of an item follow while there is room. */
const TELLING_FIELDS = ['_action', 'name', 'email', 'body', 'role', 'id'];

/** Draws a run as a table: a line per node with its status, its items and the first of them. */
export function drawResult({ name, status, message, nodes }: ExampleResult): string {
	const rows = nodes.map((node) => [
		node.node,
		node.status,
		String(node.items.length),
		describeItem(node.items[0]),
	]);
	const table = drawTable([['Node', 'Status', 'Items', 'First item'], ...rows]);
	return [`${name}: ${status}`, ...(message ? [message] : []), table].join('\n');
}

function describeItem(item?: INodeExecutionData): string {
	const json = item?.json ?? {};
	const fields = [...new Set([...TELLING_FIELDS, ...Object.keys(json)])];
	const text = fields
		.filter((field) => json[field] !== undefined && json[field] !== null && json[field] !== '')
		.map((field) => `${field}: ${describeValue(json[field])}`)
		.join(', ');
	return text.length > FIRST_ITEM_WIDTH ? `${text.slice(0, FIRST_ITEM_WIDTH - 1)}…` : text;
}

function describeValue(value: unknown): string {
	if (Array.isArray(value)) return `list of ${value.length}`;
	return typeof value === 'object' ? '{…}' : String(value).replace(/\s+/g, ' ');
}

function drawTable(rows: string[][]): string {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column]))
			.join('  ')
			.trimEnd(),
	);
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	return [lines[0], rule, ...lines.slice(1)].map((line) => `  ${line}`).join('\n');
}
