import type { Operation } from '../../engine/operation';
import { userId, visitorSummary } from './fields';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get visitor',
	description: 'Get somebody who visits your site or app without being known',
	request: 'GET /visitors',
	parameters: [userId],
	simplify: visitorSummary,
} satisfies Operation;
