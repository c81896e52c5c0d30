import type { Parameter } from '../../engine/operation';

/** The redirect an operation is about. */
export const redirectId: Parameter = {
	displayName: 'Redirect ID',
	name: 'redirectId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 26',
	description: 'The ID of the redirect, as Get Redirects gives it',
};
