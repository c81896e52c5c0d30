import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { collectionTranslations, description, name, parent } from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create collection',
	description: 'Create a collection of articles',
	request: 'POST /help_center/collections',
	parameters: [
		{ ...name, required: true },
		additionalFieldsOf(
			description,
			{
				displayName: 'Help Center Name or ID',
				name: 'helpCenterId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getHelpCenters' },
				default: '',
				description:
					'The help center it belongs to; the default one if empty. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				wire: { as: 'integerId' },
			},
			parent,
		),
		collectionTranslations,
	],
} satisfies Operation;
