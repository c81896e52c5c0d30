import type { Parameter, SimplifiedFields } from '../../engine/operation';

/** What "Simplify" keeps of a visitor. */
export const visitorSummary: SimplifiedFields = {
	id: true,
	user_id: true,
	anonymous: true,
	name: true,
	pseudonym: true,
	email: true,
	phone: true,
	session_count: true,
	created_at: true,
	updated_at: true,
};

/** The ID that the Messenger gave to a visitor. */
export const userId: Parameter = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3',
	description: 'The user ID of the visitor, which the Messenger made up',
};

/** The ID that Intercom gave to a visitor. */
export const visitorId: Parameter = {
	displayName: 'ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 6762f30c1bb69f9f2193bc5e',
	description: "The visitor's ID in Intercom",
};

/** A parameter that shows for one choice of how a person is named. */
export function shownFor(choice: string, by: string, parameter: Parameter): Parameter {
	return { ...parameter, displayOptions: { show: { [choice]: [by] } } };
}
