import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { lifecycle } from './triggers/webhook/lifecycle';
import { loadOptions } from './triggers/webhook/load-options';
import { webhookParameters } from './triggers/webhook/parameters';
import { receive } from './triggers/webhook/receive';

/** Starts workflows on Intercom's webhooks: what n8n shows stands here, what it does in `triggers/webhook`. */
export class IntercomTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Intercom Trigger',
		name: 'intercomTrigger',
		icon: { light: 'file:../../icons/intercom.svg', dark: 'file:../../icons/intercom.dark.svg' },
		group: ['trigger'],
		// Both are the same. For version 1 of any trigger n8n reads an option of its own Webhook node
		// with an expression at each request, and its sandbox costs 0.1 s of CPU; for 2 it does not.
		version: [1, 2],
		subtitle: '={{ $parameter["topics"].join(", ") }}',
		description: 'Starts the workflow at once when something happens in Intercom (webhooks)',
		defaults: { name: 'Intercom Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'intercomAccessTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'intercomConnectionOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		webhooks: [
			{
				// Intercom tries out an address with HEAD before it accepts it (docs/intercom/notifications.md).
				name: 'setup',
				httpMethod: 'HEAD',
				responseMode: 'onReceived',
				path: 'webhook',
				ndvHideUrl: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'webhook',
			},
		],
		properties: webhookParameters,
	};

	methods = { loadOptions };

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this);
	}
}
