import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { loadOptions } from './methods/loadOptions';
import { pollingParameters } from './triggers/polling/parameters';
import { poll } from './triggers/polling/poll';

/** Starts workflows on what changed in Intercom, by asking: what n8n shows stands here, what it does in `triggers/polling`. */
export class IntercomPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Intercom Polling Trigger',
		name: 'intercomPollingTrigger',
		icon: { light: 'file:../../icons/intercom.svg', dark: 'file:../../icons/intercom.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["event"] }}',
		description:
			'Starts the workflow when it finds something new in Intercom; needs neither webhooks nor a public address',
		defaults: { name: 'Intercom Polling Trigger' },
		polling: true,
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
		properties: pollingParameters,
	};

	methods = { loadOptions };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll.call(this);
	}
}
