import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { attributesOf } from '../ticket-form/attributes';
import { clientFor } from './client';
import { allRecords } from './lists';

async function read(
	context: ILoadOptionsFunctions,
	path: string,
	key: string,
	query?: IDataObject,
): Promise<IDataObject[]> {
	const client = await clientFor(context);
	return await client.records({ method: 'GET', path, query, repeatable: true }, key);
}

function byName(a: INodePropertyOptions, b: INodePropertyOptions): number {
	return a.name.localeCompare(b.name);
}

function namesOf(records: IDataObject[]): INodePropertyOptions[] {
	return records.map(({ id, name, email }) => ({
		name: String(name ?? email ?? id),
		value: String(id),
	}));
}

/** Admins as options, for fields inside collections, where a resource locator has no place. */
async function getAdmins(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const admins = await read(this, '/admins', 'admins');
	return namesOf(admins).sort(byName);
}

/** Teams as options. */
async function getTeams(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return namesOf(await read(this, '/teams', 'teams')).sort(byName);
}

/** Everybody a ticket can be given to with one ID: nobody, an admin or a team (2.16 line 35021). */
async function getAssignees(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const admins = namesOf(await read(this, '/admins', 'admins')).sort(byName);
	const teams = namesOf(await read(this, '/teams', 'teams')).sort(byName);
	return [
		{ name: 'Nobody', value: '0' },
		...admins,
		...teams.map((team) => ({ ...team, name: `Team: ${team.name}` })),
	];
}

/** The attributes of all ticket types, by the ID that search uses. */
async function getTicketAttributeNames(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const ticketTypes = await read(this, '/ticket_types', 'data');
	return ticketTypes
		.flatMap((ticketType) =>
			attributesOf(ticketType).map(({ id, label }) => ({
				name: `${label} – ${String(ticketType.name)}`,
				value: id,
			})),
		)
		.sort(byName);
}

/** Ticket states as options, custom ones too. */
async function getTicketStates(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const states = await read(this, '/ticket_states', 'data');
	return states
		.filter(({ archived }) => archived !== true)
		.map(({ id, internal_label: label, category }) => ({
			name: `${String(label)} – ${String(category)}`,
			value: String(id),
		}))
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

/** The kinds of activity that the activity log knows; their names are made from their values. */
async function getActivityTypes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const types = await read(this, '/admins/activity_log_event_types', 'event_types');
	return types.map(String).map((type) => ({
		name: type.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()),
		value: type,
	}));
}

/** Collections, for fields inside collections of parameters. */
async function getCollections(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const collections = await allRecords(await clientFor(this), '/help_center/collections');
	return collections
		.map(({ id, name }) => ({ name: String(name ?? id), value: String(id) }))
		.sort(byName);
}

/** Sources of external pages by their address. */
async function getContentSources(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const sources = await allRecords(await clientFor(this), '/ai/content_import_sources');
	return sources
		.map(({ id, url }) => ({ name: String(url ?? id), value: String(id) }))
		.sort(byName);
}

/** Help centers by the name that teammates see. */
async function getHelpCenters(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const centers = await read(this, '/help_center/help_centers', 'data');
	return centers
		.map(({ id, display_name: name, identifier }) => ({
			name: String(name ?? identifier ?? id),
			value: String(id),
		}))
		.sort(byName);
}

/** Tags, for choosing several. */
async function getTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const tags = await read(this, '/tags', 'data');
	return tags.map(({ id, name }) => ({ name: String(name ?? id), value: String(id) })).sort(byName);
}

/** What fills drop-downs that are not resource locators. */
export const loadOptions = {
	getActivityTypes,
	getAdmins,
	getAssignees,
	getCollections,
	getContactAttributeNames,
	getContentSources,
	getHelpCenters,
	getTags,
	getTeams,
	getTicketAttributeNames,
	getTicketStates,
};
