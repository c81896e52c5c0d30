import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { recordsIn } from '../client/paginate';
import { clientFor } from './client';

async function read(
	context: ILoadOptionsFunctions,
	path: string,
	key: string,
	query?: IDataObject,
): Promise<IDataObject[]> {
	const client = await clientFor(context);
	const answer = await client.send({ method: 'GET', path, query, repeatable: true });
	return recordsIn(answer, key);
}

function byName(a: INodePropertyOptions, b: INodePropertyOptions): number {
	return a.name.localeCompare(b.name);
}

/** Admins as options, for fields inside collections, where a resource locator has no place. */
async function getAdmins(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const admins = await read(this, '/admins', 'admins');
	return admins
		.map(({ id, name, email }) => ({ name: String(name ?? email ?? id), value: String(id) }))
		.sort(byName);
}

/** The custom attributes of contacts that can be searched, by the name that search uses. */
async function getContactAttributeNames(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const attributes = await read(this, '/data_attributes', 'data', { model: 'contact' });
	return attributes
		.filter(({ custom, archived }) => custom === true && archived !== true)
		.map(({ label, name, description }) => ({
			name: String(label ?? name),
			value: String(name),
			description: typeof description === 'string' ? description : undefined,
		}))
		.sort(byName);
}

/** What fills drop-downs that are not resource locators. */
export const loadOptions = { getAdmins, getContactAttributeNames };
