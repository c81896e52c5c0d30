import type { Resource } from '../../engine/operation';
import { getAll } from './getAll';

/** The kinds of mail and messages that contacts can opt into or out of. */
export const subscriptionType: Resource = {
	name: 'Subscription Type',
	value: 'subscriptionType',
	operations: [getAll],
};
