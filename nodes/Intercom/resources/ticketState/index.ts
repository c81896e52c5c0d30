import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';

/** Where tickets can stand on their way, from submitted to resolved. */
export const ticketState: Resource = {
	name: 'Ticket State',
	value: 'ticketState',
	operations: [getAll],
};
