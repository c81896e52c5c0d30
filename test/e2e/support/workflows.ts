import { randomUUID } from 'node:crypto';
import type {
	INode,
	INodeParameters,
	ResourceMapperField,
	ResourceMapperValue,
} from 'n8n-workflow';
import type { CredentialReference, WorkflowDefinition } from '../../../dev/n8n/rest';

/** Name of the trigger that {@link chain} puts in front. */
export const START = 'Start';

/** A node; its place on the canvas comes from {@link chain}. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters = {},
	more: Partial<INode> = {},
): INode {
	return { id: randomUUID(), name, type, typeVersion: 1, position: [0, 0], parameters, ...more };
}

/** An Intercom node with its credential. */
export function intercomNode(
	name: string,
	credential: CredentialReference,
	parameters: INodeParameters,
	more: Partial<INode> = {},
): INode {
	const { type, ...reference } = credential;
	return node(name, 'n8n-nodes-intercom.intercom', parameters, {
		credentials: { [type]: reference },
		...more,
	});
}

/** A node that returns the given objects as items. */
export function itemsNode(name: string, items: object[]): INode[] {
	return [
		node(
			`${name} as a list`,
			'n8n-nodes-base.set',
			{ mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} },
			{ typeVersion: 3.4 },
		),
		node(name, 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'items', options: {} }),
	];
}

/** The value of a resource mapper, as the editor stores it. */
export function mapping(
	fields: ResourceMapperField[],
	value: Record<string, string>,
): ResourceMapperValue {
	return {
		mappingMode: 'defineBelow',
		value,
		matchingColumns: [],
		schema: fields.filter(({ id }) => id in value),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
}

/** A workflow in which a manual trigger and the given nodes follow one another. */
export function chain(name: string, ...followers: INode[]): WorkflowDefinition {
	const nodes = [node(START, 'n8n-nodes-base.manualTrigger'), ...followers];
	return {
		name,
		nodes: nodes.map((placed, index) => ({ ...placed, position: [index * 220, 0] })),
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map((target, index) => [
					nodes[index].name,
					{ main: [[{ node: target.name, type: 'main' as const, index: 0 }]] },
				]),
		),
	};
}
