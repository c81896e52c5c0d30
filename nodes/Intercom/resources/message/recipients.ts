import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../engine/input-error';
import type { Parameter } from '../../engine/operation';

/** Intercom takes users and leads as recipients, each with its role (2.16 line 28446 ff., `recipient`). */
export const recipientType: Parameter = {
	displayName: 'Recipient Role',
	name: 'recipientType',
	type: 'options',
	options: [
		{ name: 'Lead', value: 'lead' },
		{ name: 'User', value: 'user' },
	],
	default: 'user',
	description: 'Whether the recipient is a user or a lead',
};

/** More recipients of one kind, each a contact with its role. */
export function recipients(displayName: string, name: string, description: string): Parameter {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Recipient',
		default: {},
		description,
		options: [
			{
				displayName: 'Recipient',
				name: 'recipient',
				values: [
					{ ...recipientType, name: 'type' },
					{
						displayName: 'Contact ID',
						name: 'id',
						type: 'string',
						default: '',
						placeholder: 'e.g. 6762f0d51bb69f9f2193bb7c',
						description: "The contact's ID in Intercom",
						wire: { as: 'id' },
					},
				],
			},
		],
	};
}

/** One recipient alone, several as a list. */
export function oneOrMany(all: IDataObject[]): IDataObject | IDataObject[] {
	const incomplete = all.find(({ id, phone }) => !id && !phone);
	if (incomplete !== undefined)
		throw new InputError(
			"'Contact ID' of a recipient is empty",
			'Fill it in, or remove the recipient.',
		);
	return all.length === 1 ? all[0] : all;
}
