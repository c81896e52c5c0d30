import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { admit, choose, type Decision, type ReceivingRules } from './decide';
import { deliveredTo } from './delivered';
import { allNamesOf } from './facts';
import { reasonToDropRecord, undecidedFilters } from './filters';
import { readFullRecord } from './full-record';
import { objectOf } from './json';
import { flatten, type Notification } from './notification';
import { ownAdmin } from './parameters';
import { allTopics, customTopic } from './topics';
import {
	askWorkspace,
	chosenCredential,
	clientOf,
	secretOf,
	type KnownWorkspace,
} from './workspace';

/** Reads lists of ids and names, which expressions may give as one value. */
function listOf(value: unknown): string[] {
	const values = Array.isArray(value) ? value : [value];
	return values
		.filter((entry) => entry !== undefined && entry !== null && entry !== '')
		.map((entry) => String(entry).trim());
}

/** The topics to listen to; undefined for all. */
function topicsOf(context: IWebhookFunctions): Set<string> | undefined {
	const chosen = listOf(context.getNodeParameter('topics', []));
	if (chosen.includes(allTopics)) return undefined;
	const custom = chosen.includes(customTopic)
		? listOf(String(context.getNodeParameter('customTopics', '')).split(','))
		: [];
	return new Set([...chosen, ...custom].flatMap(allNamesOf));
}

async function workspaceOf(
	context: IWebhookFunctions,
	credentialType: string | undefined,
): Promise<KnownWorkspace | undefined> {
	if (credentialType === undefined) return undefined;
	const stored = context.getWorkflowStaticData('node');
	// Stored on activation; asked again only where n8n lost it.
	stored.workspace ??= { ...(await askWorkspace(context, credentialType)) };
	return stored.workspace as unknown as KnownWorkspace;
}

/** What the user wants, asking Intercom about the workspace only where that is needed. */
async function rulesOf(
	context: IWebhookFunctions,
	credentialType: string | undefined,
): Promise<ReceivingRules> {
	const choice = credentialType && String(context.getNodeParameter('workspace', ''));
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	const admins = listOf(filters.ignoredAdmins);
	const isNeeded = choice === 'credential' || admins.includes(ownAdmin);
	const workspace = isNeeded ? await workspaceOf(context, credentialType) : undefined;
	return {
		workspace: workspaceChoice(choice, workspace),
		filters: {
			ignoredAdmins: admins.map((id) => (id === ownAdmin ? (workspace?.adminId ?? id) : id)),
			ignoreBots: filters.ignoreBots === true,
			adminIds: listOf(filters.adminIds),
			teamIds: listOf(filters.teamIds),
			tagIds: listOf(filters.tagIds),
			ticketTypeIds: listOf(filters.ticketTypeIds),
			sourceTypes: listOf(filters.sourceTypes),
		},
	};
}

function workspaceChoice(
	choice: string | undefined,
	workspace: KnownWorkspace | undefined,
): string | undefined {
	if (choice === undefined || choice === 'any') return undefined;
	return choice === 'credential' ? workspace?.id : choice;
}

/** A second delivery of a notification that was taken already is answered, and starts nothing. */
function isRepeated(context: IWebhookFunctions, { id }: Notification): boolean {
	// Listening for a test event must show an event as often as it is sent.
	if (id === undefined || context.getMode() === 'manual') return false;
	const trigger = `${context.getWorkflow().id} ${context.getNode().id}`;
	return !deliveredTo(trigger).take(id, context.getWorkflowStaticData('node'), Date.now());
}

function answer(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

/** What n8n adds to the requests that it hands to nodes. */
interface RequestWithBody {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/** Whether reading a body failed because it is larger than n8n takes (`N8N_PAYLOAD_SIZE_MAX`). */
function isTooLarge(reason: unknown): boolean {
	return objectOf(reason).type === 'entity.too.large';
}

/**
 * The bytes of a request; undefined where they are more than n8n takes. n8n has read them already
 * where it knows the content type.
 */
async function bodyOf(request: RequestWithBody): Promise<Buffer | undefined> {
	try {
		await request.readRawBody?.();
	} catch (reason) {
		if (isTooLarge(reason)) return undefined;
		// A form was read in parts, so that nothing is left to read; it is no notification anyway.
	}
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
}

/** Whether a request is from the app, told without a request to Intercom. */
async function admitted(
	context: IWebhookFunctions,
	credentialType: string | undefined,
): Promise<Decision> {
	const body = await bodyOf(context.getRequestObject());
	const rules = {
		secret: await secretOf(context, credentialType),
		acceptUnsigned: context.getNodeParameter('signature') === 'unsigned',
	};
	return admit({ headers: context.getHeaderData(), body }, rules, topicsOf(context));
}

/**
 * Handles a request to the trigger's address. Nothing is asked of Intercom before the request has
 * shown that it comes from there.
 *
 * Intercom waits five seconds and repeats what it takes for failed (docs/intercom/notifications.md),
 * so the answer waits for nothing, neither for the workflow nor for the full record. The node answers
 * by itself also where a run starts: n8n 2.40 forgets what the node has stored when it answers for it
 * (it makes a second workflow of the same stored data first, which clears the mark of the change).
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (this.getWebhookName() === 'setup') {
		this.getResponseObject().status(200).end();
		return { noWebhookResponse: true };
	}
	const credentialType = chosenCredential(this);
	const admission = await admitted(this, credentialType);
	if (admission.notification === undefined) return refused(this, admission);
	const rules = await rulesOf(this, credentialType);
	const decision = choose(admission.notification, rules);
	const { status, message, notification } = decision;
	if (notification === undefined) return refused(this, decision);
	if (isRepeated(this, notification)) return answer(this, 200, 'Ignored: already received');
	const answered = answer(this, status, message);
	const shown = await shownOf(this, notification, rules, credentialType);
	if (shown === undefined) return answered;
	return { ...answered, workflowData: [[{ json: flatten(notification, shown) }]] };
}

/** Answers a request that starts no run. */
function refused(context: IWebhookFunctions, { status, message }: Decision): IWebhookResponseData {
	if (status !== 200) context.logger.warn(`Intercom Trigger refused a request: ${message}`);
	return answer(context, status, message);
}

/**
 * What the notification carries, or the full record where the user wants that.
 *
 * @returns undefined where only the full record tells that the filters leave it out
 */
async function shownOf(
	context: IWebhookFunctions,
	notification: Notification,
	{ filters }: ReceivingRules,
	credentialType: string | undefined,
): Promise<IDataObject | undefined> {
	const { fetchFullRecord } = context.getNodeParameter('options', {}) as IDataObject;
	if (fetchFullRecord !== true || credentialType === undefined) return notification.shown;
	const client = await clientOf(context, credentialType);
	const { shown, wasRead } = await readFullRecord(client, notification);
	const open = undecidedFilters(notification, filters);
	return wasRead && reasonToDropRecord(shown, open) !== undefined ? undefined : shown;
}
