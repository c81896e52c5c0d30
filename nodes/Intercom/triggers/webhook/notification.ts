import type { IDataObject } from 'n8n-workflow';

import { actorOf } from './actor';
import { factsOf, type NotificationFacts } from './facts';
import { isObject, objectOf } from './json';
import { readContent, type NotificationContent } from './record';

/** One notification, whatever version of the payload the app is set to. */
export interface Notification extends NotificationContent {
	/** Intercom's id, e.g. `notif_1f2e…`; the same in every attempt to deliver it. */
	id?: string;
	topic: string;
	/** What is known about the topic. */
	facts: NotificationFacts;
	/** The workspace it comes from. */
	appId?: string;
	/** The record with what stands beside it. */
	shown: IDataObject;
	/** The body as received. */
	envelope: IDataObject;
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
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
	const facts = factsOf(topic);
	const { record, beside } = readContent(objectOf(objectOf(envelope.data).item), facts);
	return {
		id: textOf(envelope.id),
		topic,
		facts,
		appId: textOf(envelope.app_id),
		record,
		beside,
		shown: { ...beside, ...record },
		envelope,
	};
}

/**
 * A notification as a flat item: the record's own fields at the top, with what Intercom says about
 * the notification itself and what stands beside the record.
 *
 * @param shown what to show of the record, when not what the notification carries
 */
export function flatten(notification: Notification, shown = notification.shown): IDataObject {
	const { envelope, topic, id, appId } = notification;
	const actor = actorOf(notification);
	const about = {
		topic,
		notification_id: id ?? null,
		notification_created_at: envelope.created_at ?? null,
		notification_first_sent_at: envelope.first_sent_at ?? null,
		delivery_attempts: envelope.delivery_attempts ?? null,
		app_id: appId ?? null,
		actor_type: actor?.type ?? 'unknown',
		actor_id: actor === undefined || actor.id === '' ? null : actor.id,
	};
	// Named first to stand first, and again because records have an `app_id` of their own kind.
	return { ...about, ...shown, ...about };
}
