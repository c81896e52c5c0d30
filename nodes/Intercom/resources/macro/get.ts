import type { Operation } from '../../engine/operation';
import { macroLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get macro',
	description: 'Get a saved reply. Intercom finds only those that the credential may see.',
	request: 'GET /macros/{macroId}',
	parameters: [macroLocator],
} satisfies Operation;
