import type { INodeProperties } from 'n8n-workflow';

import { allTopics, customTopic, topicGroups } from './topics';

function notice(
	name: string,
	displayName: string,
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName,
		name,
		type: 'notice',
		default: '',
		...(displayOptions && { displayOptions }),
	};
}

/** One line per topic, shown when it is chosen: notices have neither lists nor expressions. */
const topicsToTick = topicGroups.flatMap(({ permissions, topics }) =>
	topics.map(({ name, aliases = [] }) =>
		notice(
			`tick${name.replace(/\W/g, '_')}`,
			`Tick ${[name, ...aliases].join(' or ')}; permission: ${permissions.join(', or ')}`,
			{ show: { topics: [name] } },
		),
	),
);

/**
 * What to do in Intercom, step by step, because its API can't subscribe an app to topics
 * (docs/intercom/notifications.md).
 */
export const setUpNotices: INodeProperties[] = [
	notice(
		'setUpOpen',
		'Set up once, 1 of 4: open your app in Intercom\'s <a href="https://app.intercom.com/a/apps/_/developer-hub" target="_blank">Developer Hub</a> and go to Configure &gt; Webhooks',
	),
	notice(
		'setUpTick',
		'2 of 4: tick the topics that you chose above. Where one is missing, give the app its permission under Configure &gt; Authentication first.',
	),
	notice('tickAll', 'Tick every topic that you want: this workflow takes all that come', {
		show: { topics: [allTopics] },
	}),
	...topicsToTick,
	notice('tickCustom', 'Tick the topics that you named yourself', {
		show: { topics: [customTopic] },
	}),
	notice(
		'setUpUrl',
		'3 of 4: paste the Production URL as endpoint URL. It stands at the top, under Webhook URLs, and must start with https://.',
	),
	notice(
		'setUpSave',
		'4 of 4: activate (publish) this workflow, then save in the Developer Hub. An app has one endpoint URL, so one workflow takes all its topics.',
	),
];
