import type { IDataObject } from 'n8n-workflow';

import { reasonToDrop, type NotificationFilters } from './filters';
import { readNotification, type Notification } from './notification';
import { verifySignature } from './signature';
import { pingTopic } from './topics';

/** A request as it came in. */
export interface IncomingRequest {
	/** Names in lower case. */
	headers: IDataObject;
	/** The bytes as received, empty where there were none; undefined where n8n did not take them. */
	body?: Buffer;
}

/** How to tell whether a request is from the app. */
export interface SignatureRules {
	/** The app's client secret, where one is known. */
	secret?: string;
	/** Whether requests without a signature count. */
	acceptUnsigned: boolean;
}

/** Which notifications the user wants. */
export interface ReceivingRules {
	/** Id of the workspace that notifications have to come from; undefined for any. */
	workspace?: string;
	filters: NotificationFilters;
}

/** What becomes of a request: an answer, and a notification where it starts a run. */
export interface Decision {
	/** HTTP status. */
	status: number;
	/** What the answer says. */
	message: string;
	notification?: Notification;
}

/**
 * The most bytes a notification may have. Intercom documents no limit; the largest objects (a ticket
 * with 500 parts) stay below it.
 */
export const largestBody = 5 * 1024 * 1024;

function refuse(status: number, message: string): Decision {
	return { status, message };
}

/** Says why a request is not from the app; undefined when it is, or when the user does not care. */
function refuseForged(
	headers: IDataObject,
	body: Buffer,
	{ secret, acceptUnsigned }: SignatureRules,
): Decision | undefined {
	if (secret === undefined || secret === '') {
		if (acceptUnsigned) return undefined;
		return refuse(401, 'The credential has no client secret to check signatures with');
	}
	const verdict = verifySignature(headers, body, secret);
	if (verdict === 'valid' || (verdict === 'missing' && acceptUnsigned)) return undefined;
	return verdict === 'missing'
		? refuse(401, 'The request carries no signature of Intercom')
		: refuse(401, "The signature does not match: the request is not from the credential's app");
}

function refuseOtherWorkspace(
	{ appId }: Notification,
	{ workspace }: ReceivingRules,
): Decision | undefined {
	if (workspace === undefined || appId === workspace) return undefined;
	return refuse(
		403,
		`The notification is from workspace ${appId ?? '(none)'}, and this trigger takes only those of ${workspace}`,
	);
}

/**
 * Decides whether a request is a notification of the app that the trigger listens to, without looking
 * at anything but the request and the rules. Cheap checks come first, and nothing in the body is
 * believed before its signature is.
 *
 * @param topics names of the topics; undefined for all
 * @returns with a notification where it is one, which {@link choose} has still to decide about
 */
export function admit(
	{ headers, body }: IncomingRequest,
	rules: SignatureRules,
	topics: ReadonlySet<string> | undefined,
): Decision {
	if (body === undefined) return refuse(413, 'The body is larger than n8n accepts');
	if (body.length > largestBody) return refuse(413, `The body is larger than ${largestBody} bytes`);
	const forged = refuseForged(headers, body, rules);
	if (forged !== undefined) return forged;
	const notification = readNotification(body);
	if (notification === undefined)
		return refuse(400, 'The body is not a notification of Intercom in JSON');
	const { topic } = notification;
	// The app's own test carries no data; answering it is all there is to do.
	if (topic === pingTopic) return { status: 200, message: 'Pong' };
	if (topics !== undefined && !topics.has(topic))
		return { status: 200, message: `Ignored: the trigger does not listen to ${topic}` };
	return { status: 200, message: 'Accepted', notification };
}

/** Decides whether a notification of the app starts a run. */
export function choose(notification: Notification, rules: ReceivingRules): Decision {
	const elsewhere = refuseOtherWorkspace(notification, rules);
	if (elsewhere !== undefined) return elsewhere;
	const reason = reasonToDrop(notification, rules.filters);
	if (reason !== undefined) return { status: 200, message: reason };
	return { status: 200, message: 'Accepted', notification };
}
