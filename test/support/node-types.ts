import { UnexpectedError } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData, INodeType, INodeTypes } from 'n8n-workflow';

/** The node types of one test workflow, by the name that the workflow's nodes carry. */
export class NodeTypeRegistry implements INodeTypes {
	private readonly types: Map<string, INodeType>;

	/** @param types pairs of type name and node type */
	constructor(types: Iterable<[string, INodeType]>) {
		this.types = new Map(types);
	}

	getByName(name: string): INodeType {
		return this.getByNameAndVersion(name);
	}

	getByNameAndVersion(name: string): INodeType {
		const type = this.types.get(name);
		if (type === undefined)
			throw new UnexpectedError(`The test workflow knows no node type ${name}`);
		return type;
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}

/**
 * A node type that takes nothing and gives the items it was made with: the workflow's first node, in place
 * of a trigger.
 */
export function itemSource(items: INodeExecutionData[] = []): INodeType {
	return {
		description: {
			displayName: 'Start',
			name: 'start',
			group: ['trigger'],
			version: 1,
			description: 'Feeds items into the node under test',
			defaults: { name: 'Start' },
			inputs: [],
			outputs: ['main'],
			properties: [],
		},
		execute: async () => [items],
	};
}
