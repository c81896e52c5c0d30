import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { pathSegment } from '../../client/identifier';
import { withRestDates } from './dates';
import { objectOf } from './json';
import type { Notification } from './notification';

/** Where records can be read, by the `type` that notifications give them. */
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

/** Where a record can be read; undefined where it can't. */
function addressOf({ type, id }: IDataObject): string | undefined {
	const path = pathOfType[String(type ?? '')];
	const segment = pathSegment(String(id ?? ''));
	return path === undefined || segment === undefined ? undefined : `${path}/${segment}`;
}

/** A notification's record as it is now. */
export interface FullRecord {
	/** What to show, all dates in Unix seconds. */
	shown: IDataObject;
	/** Whether the record itself was read. */
	wasRead: boolean;
}

/**
 * Reads the record of a notification as it is now; what stands beside it stays. Intercom has been
 * answered by then, so a failure must not lose the notification: the payload is given instead, with
 * the reason. Nothing is asked for what is gone or can't be read.
 */
export async function readFullRecord(
	client: IntercomClient,
	{ record, beside, facts, shown }: Notification,
): Promise<FullRecord> {
	const carried = { shown: withRestDates(shown), wasRead: false };
	if (facts.gone === true) return carried;
	const read = async (address: string) =>
		await client.send({ method: 'GET', path: address, repeatable: true });
	const ownAddress = addressOf(record);
	const { read: neighbour = '' } = facts.record;
	const otherAddress = addressOf(objectOf(beside[neighbour]));
	try {
		if (ownAddress !== undefined)
			return { shown: { ...withRestDates(beside), ...(await read(ownAddress)) }, wasRead: true };
		if (otherAddress !== undefined)
			return { ...carried, shown: { ...carried.shown, [neighbour]: await read(otherAddress) } };
		return carried;
	} catch (reason) {
		const message = reason instanceof Error ? reason.message : String(reason);
		const full_record = `The full record could not be read: ${message}`;
		return { ...carried, shown: { ...carried.shown, full_record } };
	}
}
