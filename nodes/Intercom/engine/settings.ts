import type { INodeProperties } from 'n8n-workflow';

import { children } from './convert';
import type { Parameter } from './operation';
import { toChoice } from './scalars';

/** A value of the Authentication parameter. */
export type Authentication = 'accessToken' | 'oAuth2';

/** The choice between the package's credentials, shown first in the node. */
export const authenticationProperty = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Access Token', value: 'accessToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'accessToken',
} satisfies INodeProperties;

/**
 * The credential type for the value of the Authentication parameter. The names are not those of
 * n8n's own Intercom node, because credential types are global.
 *
 * @throws InputError for a value that is none of the choices
 */
export function credentialTypeOf(authentication: unknown): string {
	return toChoice(authenticationProperty, authentication) === 'oAuth2'
		? 'intercomConnectionOAuth2Api'
		: 'intercomAccessTokenApi';
}

/** What the user may set for all requests of an execution. */
export interface RequestSettings {
	/** How many items run at once; 1 means one after the other. */
	concurrency: number;
	/** The longest wait for the rate limit, in milliseconds. */
	maxWait?: number;
}

/** Enough to use up 1,666 requests in 10 seconds at 200 ms each (throughput.md, "What matters" 6). */
const defaultConcurrency = 40;

/** Settings for every operation, shown last in the node. */
export const requestSettingsProperty = {
	displayName: 'Request Options',
	name: 'requestSettings',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Maximum Concurrent Items',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
			default: defaultConcurrency,
			description:
				'How many items are worked on at the same time. Set 1 to finish each item before the next begins. Items about the same record always keep their order.',
		},
		{
			displayName: 'Maximum Wait (Seconds)',
			name: 'maxWait',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			description:
				"How long one request may wait for Intercom's rate limit before the item fails. The node waits and goes on by itself, so this is rarely needed.",
		},
	],
} satisfies Parameter;

function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

/**
 * Reads the settings from the parameter's value; what is left empty has its default.
 *
 * @throws InputError naming the setting
 */
export function requestSettings(value: unknown): RequestSettings {
	const given = new Map<string, unknown>();
	for (const [{ name }, setting] of children(requestSettingsProperty, value, 'UTC'))
		given.set(name, setting);
	const seconds = numberOf(given.get('maxWait'));
	return {
		concurrency: numberOf(given.get('concurrency')) ?? defaultConcurrency,
		maxWait: seconds === undefined ? undefined : seconds * 1000,
	};
}
