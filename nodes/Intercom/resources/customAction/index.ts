import type { Resource } from '../../engine/operation';
import { call } from './call';

/** Any other part of Intercom's API, with the same limits, retries and errors as the rest. */
export const customAction: Resource = {
	name: 'Custom Action',
	value: 'customAction',
	operations: [call],
};
