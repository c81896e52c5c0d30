import type { Parameter } from '../../engine/operation';
import { translations } from '../knowledge-fields';

/** What a collection is called. */
export const name: Parameter = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Getting started',
	description: 'The name of the collection',
};

/** What a collection is about. */
export const description: Parameter = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description: 'What the collection is about',
};

/** The collection that another one stands in. */
export const parent: Parameter = {
	displayName: 'Parent Collection Name or ID',
	name: 'parentId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getCollections' },
	default: '',
	description:
		'The collection that this one stands in; leave it out for one that stands in none. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	wire: { as: 'id', clearable: true },
};

/** A collection in other languages. */
export const collectionTranslations = translations([name, description]);
