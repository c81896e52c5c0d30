import type { Resource } from '../../engine/operation';
import { convert } from './convert';
import { get } from './get';
import { update } from './update';

/** People who visit a site or an app without being known. */
export const visitor: Resource = {
	name: 'Visitor',
	value: 'visitor',
	operations: [convert, get, update],
};
