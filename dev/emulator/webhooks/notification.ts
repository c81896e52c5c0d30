import { createHmac } from 'node:crypto';

/** The client secret of the emulated app, which its notifications are signed with. */
export const CLIENT_SECRET = 'emulator-client-secret';

/** A notification as Intercom sends it (docs/intercom/notifications.md). Times in Unix seconds. */
export interface WebhookNotification {
	type: 'notification_event';
	/** Null for a ping. */
	id: string | null;
	topic: string;
	app_id: string;
	self: null;
	created_at: number;
	delivery_attempts: number;
	/** Null for a ping. */
	delivery_status: string | null;
	delivered_at: number;
	first_sent_at: number;
	links: object;
	data: { type: 'notification_event_data'; item: object };
}

/** What to make a notification of. */
export interface NotificationParts {
	id: string;
	topic: string;
	appId: string;
	item: object;
	/** Unix seconds. */
	now: number;
}

/** A first attempt to deliver a notification. */
export function buildNotification(parts: NotificationParts): WebhookNotification {
	const isPing = parts.topic === 'ping';
	return {
		type: 'notification_event',
		id: isPing ? null : parts.id,
		topic: parts.topic,
		app_id: parts.appId,
		self: null,
		created_at: parts.now,
		delivery_attempts: 1,
		delivery_status: isPing ? null : 'pending',
		delivered_at: 0,
		first_sent_at: parts.now,
		links: {},
		data: { type: 'notification_event_data', item: parts.item },
	};
}

/** The header that notifications carry: HMAC-SHA1 of the body with the app's client secret. */
export function hubSignature(body: string, secret: string): Record<string, string> {
	return { 'x-hub-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}` };
}

/** The header of calls about the app itself: bare HMAC-SHA256 (docs/intercom/notifications.md). */
export function bodySignature(body: string, secret: string): Record<string, string> {
	return { 'x-body-signature': createHmac('sha256', secret).update(body).digest('hex') };
}
