import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getActivityLogs } from './getActivityLogs';
import { getActivityTypes } from './getActivityTypes';
import { getAll } from './getAll';
import { getAwayReasons } from './getAwayReasons';
import { getMe } from './getMe';
import { searchActivityLogs } from './searchActivityLogs';
import { setAway } from './setAway';

/** Teammates. */
export const admin: Resource = {
	name: 'Admin',
	value: 'admin',
	operations: [
		get,
		getActivityLogs,
		getActivityTypes,
		getAwayReasons,
		getMe,
		getAll,
		searchActivityLogs,
		setAway,
	],
};
