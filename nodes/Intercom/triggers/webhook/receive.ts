import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { decide, type ReceivingRules } from './decide';
import { deliveredTo } from './delivered';
import { readFullRecord } from './full-record';
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
	return new Set([...chosen, ...custom]);
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

async function rulesOf(
	context: IWebhookFunctions,
	credentialType: string | undefined,
): Promise<ReceivingRules> {
	const workspace = await workspaceOf(context, credentialType);
	const choice = workspace && String(context.getNodeParameter('workspace', ''));
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	const admins = listOf(filters.ignoredAdmins);
	return {
		secret: await secretOf(context, credentialType),
		acceptUnsigned: context.getNodeParameter('signature') === 'unsigned',
		workspace: workspaceChoice(choice, workspace),
		topics: topicsOf(context),
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

/** The bytes of a request. n8n has read them already where it knows the content type. */
async function bodyOf(request: RequestWithBody): Promise<Buffer> {
	// A form was read in parts, so that nothing is left to read; it is no notification anyway.
	await request.readRawBody?.().catch(() => {});
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
}

/**
 * Handles a request to the trigger's address.
 *
 * Intercom waits five seconds and repeats what it takes for failed (intercom-api.md §12), so the
 * answer waits for nothing, neither for the workflow nor for the full record. The node answers by
 * itself also where a run starts: n8n 2.40 forgets what the node has stored when it answers for it
 * (it makes a second workflow of the same stored data first, which clears the mark of the change).
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (this.getWebhookName() === 'setup') {
		this.getResponseObject().status(200).end();
		return { noWebhookResponse: true };
	}
	const credentialType = chosenCredential(this);
	const rules = await rulesOf(this, credentialType);
	const body = await bodyOf(this.getRequestObject());
	const { status, message, notification } = decide({ headers: this.getHeaderData(), body }, rules);
	if (status !== 200) this.logger.warn(`Intercom Trigger refused a request: ${message}`);
	if (notification === undefined) return answer(this, status, message);
	if (isRepeated(this, notification)) return answer(this, 200, 'Ignored: already received');
	const answered = answer(this, status, message);
	const json = flatten(notification, await itemOf(this, notification, credentialType));
	return { ...answered, workflowData: [[{ json }]] };
}

/** The notification's own object, or the full record where the user wants that. */
async function itemOf(
	context: IWebhookFunctions,
	{ item }: Notification,
	credentialType: string | undefined,
): Promise<IDataObject> {
	const { fetchFullRecord } = context.getNodeParameter('options', {}) as IDataObject;
	if (fetchFullRecord !== true || credentialType === undefined) return item;
	return await readFullRecord(await clientOf(context, credentialType), item);
}
