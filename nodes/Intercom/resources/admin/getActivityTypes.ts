import type { IDataObject } from 'n8n-workflow';

import type { ListSettings, Operation, Records } from '../../engine/operation';

const list: ListSettings = { key: 'event_types', unpaged: true };

/** The kinds as records: Intercom lists them as texts. */
async function* asRecords(types: Records): AsyncGenerator<IDataObject[], void, undefined> {
	const pages = Symbol.asyncIterator in types ? types : [types];
	for await (const page of pages) yield page.map((type) => ({ event_type: String(type) }));
}

export const getActivityTypes = {
	name: 'Get Activity Types',
	value: 'getActivityTypes',
	action: 'Get activity types of admins',
	description: 'Get the kinds of activity that the activity log knows',
	requests: ['GET /admins/activity_log_event_types'],
	parameters: [],
	list,
	run: async (context) =>
		asRecords(context.list({ method: 'GET', path: '/admins/activity_log_event_types', list })),
} satisfies Operation;
