import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import { loadCredentialTypes, loadNode } from '../../support/compiled-package';
import { root } from './source-files';

/** A parameter and where it stands, e.g. `intercom contact: updateFields > phone`. */
export interface PlacedParameter {
	place: string;
	parameter: INodeProperties;
}

function isParameter(
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
): option is INodeProperties {
	return 'type' in option;
}

function placed(parameter: INodeProperties, above: string, separator: string): PlacedParameter[] {
	const place = `${above}${separator}${parameter.name}`;
	const inner = (parameter.options ?? []).flatMap((option) => {
		if ('values' in option) return option.values.flatMap((value) => placed(value, place, ' > '));
		return isParameter(option) ? placed(option, place, ' > ') : [];
	});
	return [{ place, parameter }, ...inner];
}

/** The descriptions of all nodes that package.json lists, as n8n reads them from the built package. */
export function nodeDescriptions(): INodeTypeDescription[] {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[] };
	};
	return n8n.nodes.map((path) => loadNode(basename(path, '.node.js')).description);
}

/** All parameters of the nodes and credentials, those inside collections too. */
export function allParameters(): PlacedParameter[] {
	const ofNodes = nodeDescriptions().flatMap(({ name, properties }) =>
		properties.flatMap((parameter) => {
			const resource = parameter.displayOptions?.show?.resource?.[0];
			return placed(parameter, `${name} ${String(resource ?? '')}`.trim(), ': ');
		}),
	);
	const ofCredentials = loadCredentialTypes().flatMap(({ name, properties }) =>
		properties.flatMap((parameter) => placed(parameter, name, ': ')),
	);
	return [...ofNodes, ...ofCredentials];
}

/** What a user can choose in a drop-down or add to a collection, as shown, in the order shown. */
export function choicesOf({ options = [] }: INodeProperties): string[] {
	return options.map((option) => ('displayName' in option ? option.displayName : option.name));
}
