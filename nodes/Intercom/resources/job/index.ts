import type { Resource } from '../../engine/operation';
import { get } from './get';

/** Work that Intercom does in the background. */
export const job: Resource = {
	name: 'Job',
	value: 'job',
	operations: [get],
};
