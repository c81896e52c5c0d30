import type { Workspace } from '../route';
import { itemFor, type Payload } from './items';
import {
	bodySignature,
	buildNotification,
	CLIENT_SECRET,
	hubSignature,
	type WebhookNotification,
} from './notification';

/**
 * Kinds of request that an address may get. All but the first two and the last two stand for
 * something that must be refused.
 */
export const SEND_KINDS = [
	/** As Intercom sends it. */
	'signed',
	/** Signed by the other header, which calls about the app itself carry. */
	'signedBody',
	/** Without a signature. */
	'unsigned',
	/** Signed with another secret. */
	'forged',
	/** Changed after it was signed. */
	'tampered',
	/** Cut short after it was signed. */
	'truncated',
	/** Signed, but longer than any real notification. */
	'oversized',
	/** Signed, but longer than n8n takes, and not said to be JSON, so that the node has to read it. */
	'overLimit',
	/** Signed JSON that is longer than n8n takes; n8n reads it before the node does. */
	'overLimitJson',
	/** Signed, but not JSON. */
	'notJson',
	/** Signed, but of another workspace. */
	'otherWorkspace',
	/** The app's own test. */
	'ping',
	/** The try-out of an address before it is accepted. */
	'head',
] as const;

/** A kind of request that an address may get. */
export type SendKind = (typeof SEND_KINDS)[number];

/** What to send. */
export interface SendRequest {
	/** The address that the app's webhooks go to. */
	url: string;
	/** Default: signed. */
	kind?: SendKind;
	/** Default: `contact.user.created`. */
	topic?: string;
	/** The version of the payload that the app is set to; default: current. */
	payload?: Payload;
	/** What the notification is about; default: a record or a sample fitting the topic. */
	item?: object;
	/** Id of the notification; default: a new one. */
	id?: string;
	/** The number of this attempt; more than 1 for a repeated delivery. */
	attempt?: number;
	/** Default: the emulated app's. */
	secret?: string;
}

/** What came of sending. */
export interface Delivery {
	/** Id of the notification. */
	id: string;
	/** HTTP status; null when there was no answer in time. */
	status: number | null;
	/** The answer's body as text. */
	answer: string;
	/** How long the answer took, in milliseconds. */
	milliseconds: number;
}

/** How long Intercom waits for an answer, in milliseconds (docs/intercom/notifications.md). */
const PATIENCE = 5_000;

/** Bytes that push a notification over a limit: the trigger's own (5 MB), or n8n's default (16 MB). */
const PADDING: Readonly<Partial<Record<SendKind, number>>> = {
	oversized: 6 * 1024 * 1024,
	overLimit: 17 * 1024 * 1024,
	overLimitJson: 17 * 1024 * 1024,
};

/** What a body says it is, where it does not say JSON. */
const CONTENT_TYPES: Readonly<Partial<Record<SendKind, string>>> = {
	notJson: 'application/xhtml',
	overLimit: 'application/octet-stream',
};

/** Sends notifications as Intercom does, and as somebody does who pretends to be Intercom. */
export class WebhookSender {
	private sent = 0;

	constructor(private readonly workspace: Workspace) {}

	/** Sends one request and waits for its answer, at most as long as Intercom does. */
	async send(request: SendRequest): Promise<Delivery> {
		const id = request.id ?? this.nextId();
		const notification = this.notificationFor({ ...request, id });
		const started = performance.now();
		const delivery = { id, status: null, answer: '' };
		try {
			const response = await fetch(request.url, {
				...contentOf(notification, request),
				redirect: 'manual',
				signal: AbortSignal.timeout(PATIENCE),
			});
			const answer = await response.text();
			return {
				...delivery,
				status: response.status,
				answer,
				milliseconds: performance.now() - started,
			};
		} catch (error) {
			const answer = error instanceof Error ? error.message : String(error);
			return { ...delivery, answer, milliseconds: performance.now() - started };
		}
	}

	/** A notification as it would be sent. */
	notificationFor(request: Omit<SendRequest, 'url'>): WebhookNotification {
		const { kind = 'signed', attempt = 1, payload } = request;
		const topic = kind === 'ping' ? 'ping' : (request.topic ?? 'contact.user.created');
		const { state, clock } = this.workspace;
		const notification = buildNotification({
			id: request.id ?? this.nextId(),
			topic,
			appId: kind === 'otherWorkspace' ? 'other_app' : state.appId,
			item: request.item ?? itemFor(topic, this.workspace, payload),
			now: clock.seconds(),
		});
		return { ...notification, delivery_attempts: attempt };
	}

	private nextId(): string {
		this.sent += 1;
		return `notif_${this.workspace.state.appId}_${this.sent.toString(16).padStart(8, '0')}`;
	}
}

/** The HTTP request for a kind: what is signed, and what is sent. */
function contentOf(
	notification: WebhookNotification,
	{ kind = 'signed', secret = CLIENT_SECRET }: SendRequest,
): RequestInit {
	if (kind === 'head') return { method: 'HEAD' };
	const padding = PADDING[kind] === undefined ? undefined : 'x'.repeat(PADDING[kind]);
	const json = JSON.stringify({ ...notification, padding });
	const signed = kind === 'notJson' ? `<notification>${json}</notification>` : json;
	const body = {
		tampered: json.replace(`"${notification.topic}"`, `"${notification.topic}.too"`),
		truncated: json.slice(0, Math.floor(json.length / 2)),
	}[kind as string];
	const signatures = {
		signedBody: () => bodySignature(signed, secret),
		unsigned: () => ({}),
		forged: () => hubSignature(signed, `not-${secret}`),
	}[kind as string];
	return {
		method: 'POST',
		body: body ?? signed,
		headers: {
			'content-type': CONTENT_TYPES[kind] ?? 'application/json',
			'user-agent': 'intercom-parrot-service-client/1.0',
			...(signatures ?? (() => hubSignature(signed, secret)))(),
		},
	};
}
