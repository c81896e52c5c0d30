import type { Operation } from '../../engine/operation';
import { audienceLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get audience',
	description: 'Get an audience',
	request: 'GET /audiences/{audienceId}',
	parameters: [audienceLocator],
} satisfies Operation;
