import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import ts from 'typescript';

/** The repository's folder. */
export const root = resolve(__dirname, '../../..');

/** Folders that hold nothing written by hand. */
const skipped = new Set(['node_modules', '__schema__']);

/** A TypeScript file of the repository. */
export interface SourceFile {
	/** From the repository's folder, with slashes: `nodes/Intercom/Intercom.node.ts`. */
	path: string;
	text: string;
	/** Its syntax tree, with parents. */
	tree: ts.SourceFile;
}

function pathsIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return skipped.has(entry.name) ? [] : pathsIn(path);
		return entry.name.endsWith('.ts') ? [path] : [];
	});
}

/** Reads all TypeScript files below folders of the repository. */
export function sourceFiles(...folders: string[]): SourceFile[] {
	const paths = folders.flatMap((folder) => pathsIn(join(root, folder)));
	return paths.map((path) => {
		const text = readFileSync(path, 'utf8');
		const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
		return { path: relative(root, path).replaceAll('\\', '/'), text, tree };
	});
}

/** All nodes of a syntax tree, from the top down. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
	yield node;
	for (const child of childrenOf(node)) yield* nodesOf(child);
}

function childrenOf(node: ts.Node): ts.Node[] {
	const children: ts.Node[] = [];
	ts.forEachChild(node, (child) => {
		children.push(child);
	});
	return children;
}

/** What a file imports or hands on: the text after `from`. */
export function importsOf({ tree }: SourceFile): string[] {
	return tree.statements.flatMap((statement) => {
		const named =
			ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
				? statement.moduleSpecifier
				: undefined;
		return named !== undefined && ts.isStringLiteral(named) ? [named.text] : [];
	});
}

/** What a file imports from the repository, as paths like {@link SourceFile.path} without extension. */
export function localImportsOf(file: SourceFile): string[] {
	return importsOf(file)
		.filter((name) => name.startsWith('.'))
		.map((name) => relative(root, resolve(root, file.path, '..', name)).replaceAll('\\', '/'));
}
