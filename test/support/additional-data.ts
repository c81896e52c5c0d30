import './n8n-environment';

import { ExternalSecretsProxy } from 'n8n-core';
import { UnexpectedError } from 'n8n-workflow';
import type {
	ICredentialsHelper,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

const instanceUrl = 'http://localhost:5678';

/** What n8n's server hands to the engine for one execution, as far as single nodes need it. */
export function additionalDataFor(
	credentialsHelper: ICredentialsHelper,
	details: { executionId?: string; currentNodeParameters?: INodeParameters } = {},
): IWorkflowExecuteAdditionalData {
	return {
		...details,
		credentialsHelper,
		currentNodeExecutionIndex: 0,
		variables: {},
		externalSecretsProxy: new ExternalSecretsProxy(),
		instanceBaseUrl: `${instanceUrl}/`,
		restApiUrl: `${instanceUrl}/rest`,
		formBaseUrl: `${instanceUrl}/form`,
		formWaitingBaseUrl: `${instanceUrl}/form-waiting`,
		formTestBaseUrl: `${instanceUrl}/form-test`,
		webhookBaseUrl: `${instanceUrl}/webhook`,
		webhookWaitingBaseUrl: `${instanceUrl}/webhook-waiting`,
		webhookTestBaseUrl: `${instanceUrl}/webhook-test`,
		mcpBaseUrl: `${instanceUrl}/mcp`,
		mcpTestBaseUrl: `${instanceUrl}/mcp-test`,
		logAiEvent: () => {},
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		executeWorkflow: async () => unavailable('sub-workflows'),
		startRunnerTask: async () => unavailable('task runners'),
	};
}

function unavailable(what: string): never {
	throw new UnexpectedError(`Engine tests have no ${what}`);
}
