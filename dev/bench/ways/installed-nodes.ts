import { createRequire } from 'node:module';

const load = createRequire(__filename);

/** A class from n8n's own nodes, which only the installed n8n has. */
export function installedNode<T>(file: string, className: string): T {
	const module = load(`n8n-nodes-base/dist/nodes/${file}`) as Record<string, T>;
	return module[className];
}
