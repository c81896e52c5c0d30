import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

const root = resolve(__dirname, '../..');
const loadModule = createRequire(__filename);

interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Manifest;

/** The name n8n gives a node type of this package in workflows, e.g. `n8n-nodes-intercom.intercom`. */
export function nodeTypeName(nodeType: INodeType): string {
	return `${manifest.name}.${nodeType.description.name}`;
}

/**
 * Loads a node as n8n would: the compiled file that package.json lists, by the name of its class.
 *
 * @param className the class and file name, e.g. `Intercom` for `dist/nodes/Intercom/Intercom.node.js`
 * @throws Error when package.json lists no such node, or when the package is not built
 */
export function loadNode(className = 'Intercom'): INodeType {
	const file = manifest.n8n.nodes.find((path) => basename(path) === `${className}.node.js`);
	if (file === undefined) throw new Error(`package.json lists no node named ${className}.`);
	return construct<INodeType>(file, className);
}

/** Loads all credential types that package.json lists, as n8n would. */
export function loadCredentialTypes(): ICredentialType[] {
	return manifest.n8n.credentials.map((file) =>
		construct<ICredentialType>(file, basename(file, '.credentials.js')),
	);
}

function construct<T>(file: string, className: string): T {
	const path = resolve(root, file);
	if (!existsSync(path)) {
		throw new Error(`${file} is missing. Build the package first: npm run build`);
	}
	const module = loadModule(path) as Record<string, new () => T>;
	return new module[className]();
}
