import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { isBotAccount } from '../../client/bot-account';
import { clientFor } from '../../methods/client';
import { wholeList } from '../../methods/lists';
import { ownAdmin } from './parameters';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** A whole list of Intercom's as options. */
function optionsOf(
	path: string,
	key: string,
	fields: string[],
	isOffered?: (record: IDataObject) => boolean,
): LoadOptions {
	const search = wholeList(path, key, fields, isOffered);
	return async function () {
		const { results } = await search.call(this);
		return results.map(({ name, value }) => ({ name, value: String(value) }));
	};
}

const getAdmins = optionsOf('/admins', 'admins', ['name', 'email']);

/** Bots among the admins have a filter of their own. */
const getPeople = optionsOf(
	'/admins',
	'admins',
	['name', 'email'],
	({ email }) => !isBotAccount(email),
);

/** Admins whose activity can be left out, first the one that the node itself acts as. */
const getActingAdmins: LoadOptions = async function () {
	return [{ name: "The Credential's Own Admin", value: ownAdmin }, ...(await getPeople.call(this))];
};

/** The credential's workspace by name, which also shows whether the token works. */
const getWorkspaces: LoadOptions = async function () {
	const { app } = await (await clientFor(this)).me();
	const { id_code: id, name, region } = (app ?? {}) as IDataObject;
	return [
		{ name: `${String(name)} (${String(id)}, ${String(region)})`, value: 'credential' },
		{ name: 'Any Workspace That Has the App Installed', value: 'any' },
	];
};

/** What fills the drop-downs of the Intercom Trigger. */
export const loadOptions = {
	getActingAdmins,
	getAdmins,
	getTags: optionsOf('/tags', 'data', ['name']),
	getTeams: optionsOf('/teams', 'teams', ['name']),
	getTicketTypes: optionsOf('/ticket_types', 'data', ['name']),
	getWorkspaces,
};
