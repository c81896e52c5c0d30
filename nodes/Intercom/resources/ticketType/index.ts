import type { Resource } from '../../engine/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

/** The kinds of tickets a workspace has, each with a form and states of its own. */
export const ticketType: Resource = {
	name: 'Ticket Type',
	value: 'ticketType',
	operations: [create, get, getAll, update],
};
