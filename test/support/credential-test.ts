import './n8n-environment';

import { RoutingNode } from 'n8n-core';
import type { ExecuteContext } from 'n8n-core';
import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialType,
	IDataObject,
	INodeType,
} from 'n8n-workflow';

import { loadCredentialTypes } from './compiled-package';
import type { StoredCredential } from './credentials-helper';
import { runNodeType } from './engine';

/** What the credential's window shows after "Retry" or saving. */
export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

interface FailedRequest {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

/**
 * Tests a credential as n8n's server does when the user saves it: sends the type's `test` request, signed,
 * through n8n's declarative routing, and applies the `rules` of the test to the answer.
 *
 * @throws Error when the type is unknown or has no test
 */
export async function testCredential(
	stored: StoredCredential,
	types: ICredentialType[] = loadCredentialTypes(),
): Promise<CredentialTestResult> {
	const test = types.find(({ name }) => name === stored.type)?.test;
	if (test === undefined) throw new Error(`The credential type ${stored.type} has no test`);
	const rules = test.rules ?? [];
	let result: CredentialTestResult = { status: 'OK', message: 'Connection successful!' };
	const nodeType: INodeType = {
		description: {
			displayName: 'Credential Test',
			name: 'credentialTest',
			group: ['transform'],
			version: 1,
			description: 'Sends the request that tests a credential',
			defaults: { name: 'Credential Test' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: stored.type, required: true }],
			properties: [
				{
					displayName: 'Request',
					name: 'request',
					type: 'hidden',
					default: '',
					routing: { request: test.request },
				},
			],
		},
		async execute() {
			try {
				const answer = await new RoutingNode(this as ExecuteContext, nodeType).runNode();
				const body = answer?.[0]?.[0]?.json ?? {};
				const broken = rules.filter(isBodyRule).find((rule) => matches(rule, body));
				if (broken) result = { status: 'Error', message: broken.properties.message };
			} catch (error) {
				result = {
					status: 'Error',
					message: explain(error as FailedRequest, rules.filter(isCodeRule)),
				};
			}
			return [[]];
		},
	};
	const { error } = await runNodeType(nodeType, {
		parameters: {},
		credentials: stored,
		credentialTypes: types,
		mode: 'internal',
	});
	return error ? { status: 'Error', message: error.message } : result;
}

type Rule = IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody;

function isCodeRule(rule: Rule): rule is IAuthenticateRuleResponseCode {
	return rule.type === 'responseCode';
}

function isBodyRule(rule: Rule): rule is IAuthenticateRuleResponseSuccessBody {
	return rule.type === 'responseSuccessBody';
}

function matches(rule: IAuthenticateRuleResponseSuccessBody, body: IDataObject): boolean {
	return body[rule.properties.key] === rule.properties.value;
}

function explain(error: FailedRequest, rules: IAuthenticateRuleResponseCode[]): string {
	const response = error.cause?.response;
	if (response === undefined) return error.cause?.code ?? error.message;
	const rule = rules.find(({ properties }) => properties.value === response.status);
	return (
		rule?.properties.message ??
		(response.statusText || `Received HTTP status code: ${response.status}`)
	);
}
