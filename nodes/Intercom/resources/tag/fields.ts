import type { Parameter } from '../../engine/operation';

/** A tag's name, by which Intercom finds it whatever the case (2.16 line 18207 ff.). */
export const tagName: Parameter = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. VIP',
	description: 'The name of the tag',
};
