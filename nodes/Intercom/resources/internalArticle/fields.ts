import type { Parameter, SimplifiedFields } from '../../engine/operation';
import { actingAdminLocator } from '../locators';
import { newAuthor } from '../knowledge-fields';

/** What "Simplify" keeps of an internal article. */
export const internalArticleSummary: SimplifiedFields = {
	id: true,
	title: true,
	body: true,
	locale: true,
	owner_id: true,
	author_id: true,
	created_at: true,
	updated_at: true,
};

/** The teammate who looks after a new article. */
export const owner: Parameter = {
	...actingAdminLocator,
	displayName: 'Owner',
	name: 'ownerId',
	description:
		'The teammate who looks after it. Leave empty for the one that the credential belongs to.',
	wire: { as: 'integerId' },
};

/** Another owner, for a collection of fields to change. */
export const newOwner: Parameter = {
	...newAuthor,
	displayName: 'Owner Name or ID',
	name: 'ownerId',
	description:
		'The teammate who looks after it. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
