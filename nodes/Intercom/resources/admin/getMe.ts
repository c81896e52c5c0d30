import type { Operation } from '../../engine/operation';

export const getMe = {
	name: 'Get Current',
	value: 'getMe',
	action: 'Get current admin',
	description:
		'Get the teammate that the credential belongs to, with the workspace, its region and time zone',
	request: 'GET /me',
	parameters: [],
} satisfies Operation;
