import type { Operation } from '../../engine/operation';
import { emailLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get sender address',
	description: 'Get a sender address',
	request: 'GET /emails/{emailId}',
	parameters: [emailLocator],
} satisfies Operation;
