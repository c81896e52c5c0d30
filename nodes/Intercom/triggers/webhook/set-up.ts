import type { INodeProperties } from 'n8n-workflow';

import { topicGroups } from './topics';

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

const permissions = topicGroups.map(({ name, permissions: anyOf, topics }) =>
	notice(
		`permission${name.replace(/\W/g, '')}`,
		`Permission for ${name.toLowerCase()} topics, under Configure &gt; Authentication: ${anyOf.map((permission) => `<b>${permission}</b>`).join(' or ')}`,
		{ show: { topics: topics.map((topic) => topic.name) } },
	),
);

/** What to do in Intercom, because its API can't subscribe an app to topics (intercom-api.md §12). */
export const setUpNotices: INodeProperties[] = [
	notice(
		'setUp',
		'Set up once in Intercom: ' +
			'1. Open your app in the <a href="https://app.intercom.com/a/apps/_/developer-hub" target="_blank">Developer Hub</a> and go to <b>Configure &gt; Webhooks</b>. ' +
			"2. Paste this node's <b>Production URL</b> (above, under Webhook URLs) as the endpoint URL. It must start with https://. " +
			'3. Tick the topics below. ' +
			'4. Save, then activate this workflow. An app has one URL, so one workflow with this trigger serves it.',
	),
	...permissions,
];
