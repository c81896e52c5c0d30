import { resolve } from 'node:path';

import type { Operation, Resource } from '../../nodes/Intercom/engine/operation';
import { listOperations } from './description';
import type { Description } from './description';

/** Where the table is kept. */
export const coverageFile = resolve(__dirname, '../../docs/coverage.md');

/** One operation of Intercom's API and who serves it. */
export interface CoverageRow {
	/** The description's name, e.g. `PUT /contacts/{contact_id}`. */
	operation: string;
	/** The chapter of Intercom's reference. */
	chapter: string;
	summary: string;
	/** The node's operations that send it, e.g. `Contact: Update`. */
	servedBy: string[];
}

/** The routes of the API that an operation of the node may send, as the node writes them. */
export function routesOf(operation: Operation): string[] {
	return operation.request ? [operation.request] : (operation.requests ?? []);
}

/** A route without the names of its variables, which the node and the description choose differently. */
export function shapeOf(route: string): string {
	return route.replaceAll(/\{\w+\}/g, '{}');
}

/** Says of every operation in the description which operations of the node send it. */
export function coverageOf(description: Description, resources: Resource[]): CoverageRow[] {
	const served = resources.flatMap((resource) =>
		resource.operations.flatMap((operation) =>
			routesOf(operation).map((route) => ({
				shape: shapeOf(route),
				name: `${resource.name}: ${operation.name}`,
			})),
		),
	);
	return listOperations(description).map(([operation, { summary, tags }]) => ({
		operation,
		chapter: tags?.[0] ?? 'Other',
		summary,
		servedBy: served
			.filter(({ shape }) => shape === shapeOf(operation))
			.map(({ name }) => name)
			.sort(),
	}));
}

/** The routes of the node that the description doesn't know, with the operation that has them. */
export function unknownRoutes(description: Description, resources: Resource[]): string[] {
	const known = new Set(listOperations(description).map(([operation]) => shapeOf(operation)));
	return resources.flatMap((resource) =>
		resource.operations.flatMap((operation) =>
			routesOf(operation)
				.filter((route) => !known.has(shapeOf(route)))
				.map((route) => `${resource.name}: ${operation.name} sends ${route}`),
		),
	);
}

/** The coverage table as a page of Markdown. */
export function renderCoverage(version: string, rows: CoverageRow[]): string {
	const chapters = [...new Set(rows.map(({ chapter }) => chapter))].sort();
	const done = (list: CoverageRow[]) => list.filter(({ servedBy }) => servedBy.length > 0).length;
	const sections = chapters.map((chapter) => {
		const own = rows.filter((row) => row.chapter === chapter);
		const lines = own.map(
			({ operation, summary, servedBy }) =>
				`| \`${operation}\` | ${summary} | ${servedBy.join(', ')} |`,
		);
		return [
			`## ${chapter} (${done(own)} of ${own.length})`,
			'',
			'| Request | What it does | Operation of the node |',
			'| --- | --- | --- |',
			...lines,
		].join('\n');
	});
	return `${[
		'# Coverage of the API',
		'<!-- Written by `npm run coverage`; a test fails when it is out of date. -->',
		[
			`The node serves ${done(rows)} of the ${rows.length} operations in Intercom's description of version ${version}`,
			'with operations of their own. **Custom Action** reaches all of them.',
		].join('\n'),
		...sections,
	].join('\n\n')}\n`;
}
