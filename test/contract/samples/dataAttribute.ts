import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the data attribute operations. */
export const dataAttribute: ResourceSamples = {
	create: async () => [
		{
			parameters: {
				model: 'company',
				name: 'Founded',
				dataType: 'date',
				additionalFields: { description: 'Year of foundation', messengerWritable: false },
			},
		},
		{
			parameters: {
				model: 'contact',
				name: 'Shirt Size',
				dataType: 'options',
				options: ['Small', 'Large'],
			},
		},
	],
	getAll: async () => [
		{ parameters: {} },
		{ parameters: { filters: { model: 'company', includeArchived: true } } },
	],
	update: async (workspace) => {
		const attribute = { name: 'Hat Size', model: 'contact', data_type: 'options' };
		const { id } = await workspace.send('POST', '/data_attributes', {
			...attribute,
			options: [{ value: '54' }, { value: '56' }],
		});
		return [
			{
				parameters: {
					dataAttributeId: byId(String(id)),
					updateFields: {
						archived: false,
						description: 'In centimetres',
						messengerWritable: true,
						options: ['54', '56', '58'],
					},
				},
			},
		];
	},
};
