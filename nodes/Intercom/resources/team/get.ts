import type { Operation } from '../../engine/operation';
import { teamLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get team',
	description: 'Get a team with the IDs of its members',
	request: 'GET /teams/{teamId}',
	parameters: [teamLocator],
} satisfies Operation;
