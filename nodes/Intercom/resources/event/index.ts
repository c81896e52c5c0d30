import type { Resource } from '../../engine/operation';
import { createSummary } from './createSummary';
import { getAll } from './getAll';
import { getSummaries } from './getSummaries';
import { track } from './track';

/** What contacts do (data events). */
export const event: Resource = {
	name: 'Event',
	value: 'event',
	operations: [createSummary, getAll, getSummaries, track],
};
