import type { Resource } from '../../engine/operation';
import { create } from './create';
import { getAll } from './getAll';
import { update } from './update';

/** The fields in the form of a ticket type. */
export const ticketTypeAttribute: Resource = {
	name: 'Ticket Type Attribute',
	value: 'ticketTypeAttribute',
	operations: [create, getAll, update],
};
