import type { Operation } from '../../engine/operation';

export const getAwayReasons = {
	name: 'Get Away Reasons',
	value: 'getAwayReasons',
	action: 'Get away reasons of admins',
	description: 'Get the reasons for being away, deleted ones among them',
	request: 'GET /away_status_reasons',
	parameters: [],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
