import {
	loadCredentialTypes,
	loadNode,
	nodeTypeName,
} from '../../../test/support/compiled-package';
import { runNodeType, type RunNodeTypeOptions } from '../../../test/support/engine';
import type { Task } from '../task';
import { distinctIds, outcomeOf, updateItems, type Outcome, type Way } from './way';

function optionsFor(task: Task, parameters: Record<string, unknown>): RunNodeTypeOptions {
	return {
		parameters,
		typeName: nodeTypeName(loadNode()),
		credentialTypes: loadCredentialTypes(),
		credentials: {
			type: 'intercomAccessTokenApi',
			data: { accessToken: task.token, baseUrl: task.url },
		},
	};
}

async function readContacts(task: Task, pageOptions: Record<string, unknown>): Promise<Outcome> {
	const parameters = {
		resource: 'contact',
		operation: 'getAll',
		returnAll: true,
		output: 'raw',
		pageOptions,
	};
	const run = await runNodeType(loadNode(), optionsFor(task, parameters));
	return { ...outcomeOf(run, 1), distinct: distinctIds(run.json) };
}

/** The node of this package, as users get it: default settings. */
export const thisNode: Way = {
	name: 'This node',
	update: async (task, ids) => {
		const options = optionsFor(task, {
			resource: 'contact',
			operation: 'update',
			contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			updateFields: { name: '={{ $json.name }}' },
		});
		return outcomeOf(
			await runNodeType(loadNode(), { ...options, items: updateItems(ids) }),
			ids.length,
		);
	},
	identify: async (task, items) => {
		const options = optionsFor(task, { resource: 'customAction', operation: 'call', path: '/me' });
		const run = await runNodeType(loadNode(), { ...options, items: Array(items).fill({}) });
		return outcomeOf(run, items);
	},
	list: async (task) => await readContacts(task, {}),
};

/** The node of this package, reading a list in parts. */
export const thisNodeInParallel: Way = {
	name: 'This node, Read in Parallel',
	list: async (task) => await readContacts(task, { readInParallel: true }),
};
