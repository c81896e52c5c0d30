import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { askWorkspace, chosenCredential, secretOf } from './workspace';

/**
 * Whether the trigger was activated before. Intercom has no API to ask or to subscribe
 * (docs/intercom/notifications.md), so this is about what the node itself remembers; a restart of n8n then
 * needs no request.
 */
async function checkExists(this: IHookFunctions): Promise<boolean> {
	return this.getWorkflowStaticData('node').active === true;
}

/**
 * Prepares the trigger. Without a credential nothing is asked. With one, the token is tried and the
 * workspace remembered, so that later notifications can be checked against it without a request.
 * May be called again after it failed.
 *
 * @throws NodeOperationError when signatures are asked for and there is nothing to check them with
 * @throws IntercomError when Intercom does not accept the token
 */
async function create(this: IHookFunctions): Promise<boolean> {
	const credentialType = chosenCredential(this);
	const acceptsUnsigned = this.getNodeParameter('signature') === 'unsigned';
	if (!acceptsUnsigned && (await secretOf(this, credentialType)) === undefined)
		throw new NodeOperationError(
			this.getNode(),
			credentialType === undefined
				? "Signatures can't be checked without a credential"
				: "The credential has no 'Client Secret' to check signatures with",
			{
				description:
					"Copy the client secret from Configure > Basic Information of your app in Intercom's Developer Hub into the credential. To do without, set 'Signature' to accept requests from anyone.",
			},
		);
	const stored = this.getWorkflowStaticData('node');
	if (credentialType === undefined) delete stored.workspace;
	else {
		const workspace = await askWorkspace(this, credentialType);
		stored.workspace = { ...workspace };
		this.logger.info(
			`Intercom Trigger listens to workspace ${workspace.name} (${workspace.id}, ${workspace.region})`,
		);
	}
	stored.active = true;
	return true;
}

/** Forgets the activation, but not which notifications have been taken. */
async function remove(this: IHookFunctions): Promise<boolean> {
	const stored = this.getWorkflowStaticData('node');
	delete stored.active;
	delete stored.workspace;
	return true;
}

/** What n8n calls when a workflow with the trigger is activated or deactivated. */
export const lifecycle = { checkExists, create, delete: remove };
