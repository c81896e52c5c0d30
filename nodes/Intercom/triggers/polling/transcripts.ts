import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { pathSegment } from '../../client/identifier';
import { IntercomError } from '../../client/intercom-error';
import { Pool } from '../../client/pool';
import { makeTranscript } from '../../transcript/transcript';

/** How many conversations are read at once; the rate limit has the last word. */
const concurrency = 10;

/** The most characters of a transcript, about 12,500 tokens. */
const maxLength = 50_000;

async function withTranscript(
	client: IntercomClient,
	conversation: IDataObject,
	timezone: string,
): Promise<IDataObject> {
	const id = pathSegment(String(conversation.id ?? '')) ?? '';
	const request = { method: 'GET', path: `/conversations/${id}`, repeatable: true } as const;
	const full = await client.send(request).catch((error: unknown) => {
		// It was deleted since; the change is still reported.
		if (error instanceof IntercomError && error.facts?.status === 404) return undefined;
		throw error;
	});
	if (full === undefined) return { ...conversation, transcript: null };
	const { transcript } = makeTranscript(full, {
		format: 'markdown',
		notes: true,
		events: false,
		attachments: 'links',
		maxLength,
		timezone,
	});
	return { ...conversation, transcript };
}

/**
 * Adds the transcript to conversations.
 *
 * @param timezone the zone that times are shown in, an IANA name
 * @throws IntercomError when one can't be read and is not gone
 */
export async function addTranscripts(
	client: IntercomClient,
	conversations: readonly IDataObject[],
	timezone: string,
): Promise<IDataObject[]> {
	const pool = new Pool(concurrency);
	return await Promise.all(
		conversations.map(
			async (conversation) =>
				await pool.run(async () => await withTranscript(client, conversation, timezone)),
		),
	);
}
