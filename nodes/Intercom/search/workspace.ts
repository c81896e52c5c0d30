import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../client/client';

/** What searches need to know of a workspace. */
export interface Workspace {
	/** An IANA name; empty where Intercom does not tell. */
	timezone: string;
	/** When it was created, Unix seconds; undefined where Intercom does not tell. */
	createdAt?: number;
}

/**
 * The token's workspace (2.16 `app`, line 23275); asked once per execution.
 *
 * @throws IntercomError
 */
export async function workspaceOf(client: IntercomClient): Promise<Workspace> {
	const { app } = await client.me();
	const { timezone, created_at: createdAt } = (app ?? {}) as IDataObject;
	return {
		timezone: String(timezone ?? ''),
		createdAt: typeof createdAt === 'number' ? createdAt : undefined,
	};
}
