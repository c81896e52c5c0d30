import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { pathSegment } from '../../client/identifier';

/** Where objects can be read, by the `type` that notifications give them. */
const pathOfType: Readonly<Record<string, string>> = {
	admin: '/admins',
	article: '/articles',
	company: '/companies',
	contact: '/contacts',
	conversation: '/conversations',
	lead: '/contacts',
	ticket: '/tickets',
	user: '/contacts',
};

/**
 * Reads the object of a notification as it is now. Intercom has been answered by then, so a failure
 * must not lose the notification: the payload is given instead, with the reason.
 *
 * @returns the payload itself where its kind of object can't be read
 */
export async function readFullRecord(
	client: IntercomClient,
	item: IDataObject,
): Promise<IDataObject> {
	const path = pathOfType[String(item.type ?? '')];
	const id = pathSegment(String(item.id ?? ''));
	if (path === undefined || id === undefined) return item;
	try {
		return await client.send({ method: 'GET', path: `${path}/${id}`, repeatable: true });
	} catch (reason) {
		const message = reason instanceof Error ? reason.message : String(reason);
		return { ...item, full_record: `The full record could not be read: ${message}` };
	}
}
