import type { IDataObject } from 'n8n-workflow';

/** One notification, whatever version of the payload the app is set to. */
export interface Notification {
	/** Intercom's id, e.g. `notif_1f2e…`; the same in every attempt to deliver it. */
	id?: string;
	topic: string;
	/** The workspace it comes from. */
	appId?: string;
	/** What it is about, taken out of the wrappers around it. */
	item: IDataObject;
	/** The body as received. */
	envelope: IDataObject;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * The object that a notification is about. `ticket.closed` nests its ticket since 2.15, where
 * `ticket.resolved` does not (intercom-api.md §12); any item that is nothing but one object under
 * the name of its kind is unwrapped, so a later version may nest others.
 */
function unwrap(item: IDataObject, topic: string): IDataObject {
	const kind = topic.split('.')[0];
	const inner = item[kind];
	const others = Object.keys(item).filter((key) => key !== kind && key !== 'type');
	return isObject(inner) && others.length === 0 ? inner : item;
}

/**
 * Reads the body of a request.
 *
 * @param body the bytes as received
 * @returns undefined where it is no JSON, or JSON that is no notification
 */
export function readNotification(body: Buffer): Notification | undefined {
	let envelope: unknown;
	try {
		envelope = JSON.parse(body.toString('utf8'));
	} catch {
		return undefined;
	}
	if (!isObject(envelope)) return undefined;
	const topic = textOf(envelope.topic);
	if (topic === undefined) return undefined;
	const data = isObject(envelope.data) ? envelope.data : {};
	const item = isObject(data.item) ? data.item : {};
	return {
		id: textOf(envelope.id),
		topic,
		appId: textOf(envelope.app_id),
		item: unwrap(item, topic),
		envelope,
	};
}

/**
 * A notification as a flat item: the object's own fields at the top, and what Intercom says about
 * the notification itself beside them.
 *
 * @param item the object to show, when not the notification's own
 */
export function flatten(notification: Notification, item = notification.item): IDataObject {
	const { envelope, topic, id, appId } = notification;
	return {
		topic,
		notification_id: id ?? null,
		notification_created_at: envelope.created_at ?? null,
		notification_first_sent_at: envelope.first_sent_at ?? null,
		delivery_attempts: envelope.delivery_attempts ?? null,
		app_id: appId ?? null,
		...item,
	};
}
