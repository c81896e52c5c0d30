import type { INode } from 'n8n-workflow';

/** A node as n8n hands it to errors, for code that is tested without an execution. */
export const node: INode = {
	id: '1',
	name: 'Intercom',
	type: 'intercom',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
