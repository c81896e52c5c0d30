import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';

/**
 * How long a new contact is remembered, in milliseconds. Intercom's description of the contact search
 * says that a contact can take "a few minutes" to be found.
 */
const rememberedFor = 15 * 60_000;
/** More than Intercom's rate limit lets an app create in that time. */
const maxRemembered = 100_000;

/** Contacts that this process created, oldest first. */
const created = new Map<string, { id: string; at: number }>();

function nameOf({ appKey }: IntercomClient, { role, email }: IDataObject): string {
	return `${appKey} ${String(role)} ${String(email).toLowerCase()}`;
}

function forgetOld(now: number): void {
	for (const [name, { at }] of created) {
		const isOld = now - at > rememberedFor || at > now;
		if (!isOld && created.size < maxRemembered) return;
		created.delete(name);
	}
}

/** Notes that a contact was just created, because search does not know it for some minutes. */
export function rememberCreated(client: IntercomClient, body: IDataObject, id: unknown): void {
	if (!body.email || typeof id !== 'string') return;
	const now = Date.now();
	forgetOld(now);
	const name = nameOf(client, body);
	created.delete(name);
	created.set(name, { id, at: now });
}

/**
 * The contact with an email and a role that this process created in the last minutes, as it is now;
 * undefined where there is none, or where it was archived or changed since.
 *
 * @param found the contacts that search knows, which need not be asked for
 */
export async function recentlyCreated(
	client: IntercomClient,
	body: IDataObject,
	found: readonly IDataObject[],
): Promise<IDataObject | undefined> {
	forgetOld(Date.now());
	const id = created.get(nameOf(client, body))?.id;
	if (id === undefined || found.some((contact) => contact.id === id)) return undefined;
	const path = `/contacts/${encodeURIComponent(id)}`;
	const response = await client.exchange({ method: 'GET', path, repeatable: true }, [404]);
	if (response.status === 404) return undefined;
	const contact = response.body as IDataObject;
	const isSame =
		contact.role === body.role &&
		String(contact.email).toLowerCase() === String(body.email).toLowerCase();
	return isSame ? contact : undefined;
}
