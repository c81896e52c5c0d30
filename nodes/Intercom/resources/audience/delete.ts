import type { Operation } from '../../engine/operation';
import { audienceLocator } from '../locators';

export const deleteAudience = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete audience',
	description: 'Delete an audience',
	request: 'DELETE /audiences/{audienceId}',
	parameters: [audienceLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
