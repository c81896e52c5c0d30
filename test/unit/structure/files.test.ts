import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { sourceFiles } from './source-files';
import type { SourceFile } from './source-files';

const longestFile = 300;
const longestNode = 120;

function linesOf({ text }: SourceFile): number {
	return text.trimEnd().split('\n').length;
}

function isExported(node: ts.HasModifiers): boolean {
	return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function isFunction(declaration: ts.VariableDeclaration): boolean {
	const { initializer } = declaration;
	return (
		initializer !== undefined &&
		(ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
	);
}

/** Whether a statement declares what needs a docstring where it is exported: a function, a class or a type. */
function needsDocstring(statement: ts.Statement): boolean {
	if (ts.isVariableStatement(statement))
		return isExported(statement) && statement.declarationList.declarations.some(isFunction);
	const isNamed =
		ts.isFunctionDeclaration(statement) ||
		ts.isClassDeclaration(statement) ||
		ts.isInterfaceDeclaration(statement) ||
		ts.isTypeAliasDeclaration(statement) ||
		ts.isEnumDeclaration(statement);
	return isNamed && isExported(statement);
}

function undocumented({ path, tree }: SourceFile): string[] {
	return tree.statements
		.filter(needsDocstring)
		.filter((statement) => !ts.getJSDocCommentsAndTags(statement).some(ts.isJSDoc))
		.map((statement) => `${path}: ${statement.getText(tree).split('\n')[0]}`);
}

describe('The source files', () => {
	it('are short', () => {
		const long = sourceFiles('credentials', 'nodes', 'dev')
			.filter((file) => linesOf(file) > longestFile)
			.map((file) => `${file.path} has ${linesOf(file)} lines`);
		expect(long).toEqual([]);
	});

	it('of the nodes say what n8n shows and nothing else', () => {
		const nodes = sourceFiles('nodes').filter(({ path }) => path.endsWith('.node.ts'));
		expect(nodes.map(linesOf).filter((lines) => lines >= longestNode)).toEqual([]);
		expect(nodes).not.toEqual([]);
	});

	it('document every function, class and type they export', () => {
		expect(sourceFiles('credentials', 'nodes', 'dev').flatMap(undocumented)).toEqual([]);
	});
});
