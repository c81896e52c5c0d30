import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { IntercomClient } from '../../client/client';
import { credentialTypeOf, type Authentication } from '../../engine/settings';

/** What the trigger remembers about the credential's workspace. */
export interface KnownWorkspace {
	/** `app.id_code` of `GET /me`, which is the `app_id` of notifications (docs/intercom/notifications.md). */
	id: string;
	name: string;
	region: string;
	/** The admin that the credential belongs to. */
	adminId: string;
}

/** The values of the trigger's Authentication parameter; `none` does without a credential. */
export type TriggerAuthentication = Authentication | 'none';

/** The credential type chosen in the trigger; undefined where it does without. */
export function chosenCredential(context: IHookFunctions | IWebhookFunctions): string | undefined {
	const choice = context.getNodeParameter('authentication') as TriggerAuthentication;
	return choice === 'none' ? undefined : credentialTypeOf(choice);
}

/** Waiting for the rate limit must not hold up Intercom, nor n8n's activation, in milliseconds. */
const maxWait = 15_000;

/** A client for the trigger's credential. */
export async function clientOf(
	context: IHookFunctions | IWebhookFunctions,
	credentialType: string,
): Promise<IntercomClient> {
	return await IntercomClient.connect(context, credentialType, { maxWait });
}

/**
 * Asks Intercom whose workspace the credential opens.
 *
 * @throws IntercomError when it does not accept the token
 */
export async function askWorkspace(
	context: IHookFunctions | IWebhookFunctions,
	credentialType: string,
): Promise<KnownWorkspace> {
	const { id, app } = await (await clientOf(context, credentialType)).me();
	const { id_code, name, region } = (app ?? {}) as IDataObject;
	return {
		id: String(id_code ?? ''),
		name: String(name ?? ''),
		region: String(region ?? ''),
		adminId: String(id ?? ''),
	};
}

/**
 * The app's client secret in the credential; undefined where none is filled in. OAuth2 credentials
 * hold it anyway: it is the same app's.
 */
export async function secretOf(
	context: IHookFunctions | IWebhookFunctions,
	credentialType: string | undefined,
): Promise<string | undefined> {
	if (credentialType === undefined) return undefined;
	const { clientSecret } = await context.getCredentials(credentialType);
	const secret = typeof clientSecret === 'string' ? clientSecret.trim() : '';
	return secret === '' ? undefined : secret;
}
