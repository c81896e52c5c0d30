import { byId } from './workspace';
import type { ResourceSamples, Sample, Workspace } from './workspace';

const labels = ['Billing', 'Technical', 'Other'];

async function newList(workspace: Workspace): Promise<{ id: string; option: string }> {
	const { id, options } = await workspace.send('POST', '/conversations/attributes', {
		name: `Issue ${workspace.newEmail()}`,
		data_type: 'list',
		options: labels.map((label) => ({ label })),
	});
	return { id: String(id), option: (options as Array<{ id: string }>)[0].id };
}

async function onList(
	workspace: Workspace,
	parameters: Record<string, unknown> = {},
): Promise<Sample[]> {
	const { id } = await newList(workspace);
	return [{ parameters: { attributeId: byId(id), ...parameters } }];
}

async function onOption(
	workspace: Workspace,
	parameters: Record<string, unknown> = {},
): Promise<Sample[]> {
	const { id, option } = await newList(workspace);
	return [{ parameters: { attributeId: byId(id), optionId: byId(option), ...parameters } }];
}

/** Samples of the conversation attribute operations. */
export const conversationAttribute: ResourceSamples = {
	addOption: (workspace) => onList(workspace, { label: 'Delivery' }),
	archive: (workspace) => onList(workspace),
	archiveOption: (workspace) => onOption(workspace),
	create: async (workspace) => {
		const additionalFields = {
			description: 'What it is about',
			required: false,
			visibleToTeamIds: [workspace.first('teams')],
		};
		return [
			{ parameters: { name: 'Kind', dataType: 'list', listOptions: labels, additionalFields } },
			{
				parameters: {
					name: 'Details',
					dataType: 'string',
					additionalFields: { ...additionalFields, multiline: true },
				},
			},
			{
				parameters: {
					name: 'Related orders',
					dataType: 'relationship',
					referenceType: 'many',
					objectTypeId: 'Order',
				},
			},
			...['boolean', 'datetime', 'decimal', 'files', 'integer'].map((dataType) => ({
				parameters: { name: `A ${dataType}`, dataType },
			})),
		];
	},
	get: (workspace) => onList(workspace),
	getAll: async (workspace) => {
		await newList(workspace);
		return [{ parameters: { includeArchived: true } }];
	},
	update: (workspace) =>
		onList(workspace, {
			updateFields: {
				name: 'Topic',
				description: 'What it is about',
				required: true,
				visibleToTeamIds: [workspace.first('teams')],
			},
		}),
	updateOption: (workspace) => onOption(workspace, { label: 'Invoices' }),
};
