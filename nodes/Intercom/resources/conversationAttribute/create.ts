import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import {
	attributeName,
	commonFields,
	dataType,
	firstOptions,
	multiline,
	reference,
} from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create conversation attribute',
	description: 'Create an attribute for conversations',
	request: 'POST /conversations/attributes',
	parameters: [
		{ ...attributeName, required: true },
		dataType,
		{ ...firstOptions, displayOptions: { show: { dataType: ['list'] } } },
		...reference.map((parameter) => ({
			...parameter,
			displayOptions: { show: { dataType: ['relationship'] } },
		})),
		additionalFieldsOf(
			commonFields[0],
			{ ...multiline, displayOptions: { show: { '/dataType': ['string'] } } },
			...commonFields.slice(1),
		),
	],
} satisfies Operation;
