import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { resources } from '../../../nodes/Intercom/resources';
import { localImportsOf, nodesOf, sourceFiles } from './source-files';
import type { SourceFile } from './source-files';

/** The imports of files below some folders that lead into folders they should not know. */
function forbiddenImports(folders: string[], isForbidden: (path: string) => boolean): string[] {
	return sourceFiles(...folders).flatMap((file) =>
		localImportsOf(file)
			.filter(isForbidden)
			.map((path) => `${file.path} imports ${path}`),
	);
}

function isBelow(...folders: string[]): (path: string) => boolean {
	return (path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/**
 * Whether a text is data that happens to be the name of a resource: a type of n8n's parameters
 * (`collection`), or what a table calls something in sentences.
 */
function isOtherwiseMeant({ parent }: ts.Node): boolean {
	if (ts.isPropertyAssignment(parent))
		return !['default', 'resource', 'value'].includes(parent.name.getText());
	return ts.isBinaryExpression(parent) && parent.left.getText().endsWith('.type');
}

/** The names of resources that stand as texts in a file. */
function resourcesNamedIn({ path, tree }: SourceFile): string[] {
	const values = new Set(resources.map(({ value }) => value));
	return [...nodesOf(tree)]
		.filter((node) => ts.isStringLiteralLike(node))
		.filter((node) => values.has(node.text) && !isOtherwiseMeant(node))
		.map(({ text }) => `${path} names the resource '${text}'`);
}

describe('The boundaries', () => {
	it('between what is shipped and what is not hold', () => {
		const isShipped = isBelow('nodes', 'credentials');
		expect(forbiddenImports(['nodes', 'credentials'], (path) => !isShipped(path))).toEqual([]);
	});

	it('keep the engine and the client apart from the resources', () => {
		const folders = ['nodes/Intercom/engine', 'nodes/Intercom/client'];
		expect(forbiddenImports(folders, isBelow('nodes/Intercom/resources'))).toEqual([]);
	});

	it('keep the client apart from the engine', () => {
		const isEngine = isBelow('nodes/Intercom/engine');
		expect(forbiddenImports(['nodes/Intercom/client'], isEngine)).toEqual([]);
	});

	it('let no resource have a case of its own in the engine or the client', () => {
		const files = sourceFiles('nodes/Intercom/engine', 'nodes/Intercom/client');
		expect(files.flatMap(resourcesNamedIn)).toEqual([]);
	});
});
