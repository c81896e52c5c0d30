import type { INodeExecutionData } from 'n8n-workflow';
import type { ExampleResult } from './examples';

const FIRST_ITEM_WIDTH = 90;

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

/** The fields of an item that fit on a line; nested ones tell little there and are left out. */
function describeItem(item?: INodeExecutionData): string {
	const text = Object.entries(item?.json ?? {})
		.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '')
		.map(([field, value]) => `${field}: ${String(value)}`)
		.join(', ');
	return text.length > FIRST_ITEM_WIDTH ? `${text.slice(0, FIRST_ITEM_WIDTH - 1)}…` : text;
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
