import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { IntercomClient } from '../client/client';
import { credentialTypeOf } from '../engine/settings';

/** While an editor waits for a drop-down, the rate limit may hold it up for one window, not longer. */
const maxWait = 15_000;

/** A client for the credential chosen in the open node panel. */
export async function clientFor(context: ILoadOptionsFunctions): Promise<IntercomClient> {
	const authentication = context.getNodeParameter('authentication', 'accessToken');
	return await IntercomClient.connect(context, credentialTypeOf(authentication), { maxWait });
}
