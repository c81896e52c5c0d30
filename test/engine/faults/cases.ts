import { runNode } from '../../support/engine';
import { HostedTrigger } from '../../support/trigger';
import { allIds, type Place, type Target } from './lying-server';

/** What the user is told: what came out, or the error's whole text. */
export interface Told {
	ids?: string[];
	error?: string;
}

/** A kind of work that a fault can strike. */
export interface Work {
	name: string;
	/** Which request the fault strikes. */
	target: Target;
	/** The write that the work is for; undefined where it only reads. */
	write?: string;
	/** How many times carrying it out is harmless. */
	maxWrites: number;
	run(place: Place): Promise<Told>;
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Waiting for the rate limit ends soon, so that faults that never pass end soon. */
const requestSettings = { maxWait: 3 };

async function run(place: Place, parameters: Record<string, unknown>): Promise<Told> {
	const { json, error } = await runNode({
		parameters: { ...parameters, requestSettings },
		credentials: place.credentials,
	});
	if (error !== undefined) return { error: `${error.message} ${error.description ?? ''}` };
	return { ids: json.map(({ id }) => String(id)) };
}

/** Polls, and once more when the fault is over; tells what both gave together. */
async function poll(place: Place): Promise<Told> {
	const trigger = new HostedTrigger({
		className: 'IntercomPollingTrigger',
		parameters: {
			resource: 'contact',
			event: 'updated',
			options: { startFrom: '2026-01-01T00:00:00Z' },
		},
		credentials: place.credentials,
		workflowId: place.baseUrl,
	});
	// Waiting for the rate limit has no limit of the user's here, so the fault passes meanwhile.
	const over = setTimeout(() => place.heal(), 8_000);
	const first = await trigger.poll().catch(() => null);
	clearTimeout(over);
	place.heal();
	const second = await trigger.poll();
	return { ids: [...(first ?? []), ...(second ?? [])].map(({ id }) => String(id)) };
}

function writing(
	name: string,
	write: string,
	match: RegExp,
	parameters: Record<string, unknown>,
	maxWrites = 1,
): Work {
	const target = { match, nth: 1 };
	return { name, write, maxWrites, target, run: async (place) => await run(place, parameters) };
}

function reading(name: string, match: RegExp, parameters: Record<string, unknown>): Work {
	// In the middle, where something has been read and something is missing.
	const target = { match, nth: 2 };
	const all = { ...parameters, returnAll: true };
	return { name, maxWrites: 0, target, run: async (place) => await run(place, all) };
}

/** All kinds of work. */
export const works: Work[] = [
	writing('create', 'create', /^POST \/contacts$/, {
		resource: 'contact',
		operation: 'create',
		role: 'lead',
		email: 'new@example.com',
	}),
	writing(
		'update',
		'update',
		/^PUT /,
		{
			resource: 'contact',
			operation: 'update',
			contactId: byId('1'),
			updateFields: { name: 'New Name' },
		},
		Infinity,
	),
	writing('upsert, looking up', 'create', /\/search$/, {
		resource: 'contact',
		operation: 'upsert',
		role: 'lead',
		email: 'new@example.com',
	}),
	writing('upsert, creating', 'create', /^POST \/contacts$/, {
		resource: 'contact',
		operation: 'upsert',
		role: 'lead',
		email: 'new@example.com',
	}),
	writing('reply', 'reply', /\/reply$/, {
		resource: 'conversation',
		operation: 'reply',
		conversationId: byId('1'),
		body: 'Hello',
	}),
	writing('custom action', 'thing', /\/things$/, {
		resource: 'customAction',
		operation: 'call',
		method: 'POST',
		path: '/things',
		body: '{"name":"new"}',
	}),
	reading('list by cursor', /^GET \/contacts$/, { resource: 'contact', operation: 'getAll' }),
	reading('list by page', /\/list$/, {
		resource: 'company',
		operation: 'getAll',
		method: 'list',
	}),
	reading('search', /\/search$/, {
		resource: 'contact',
		operation: 'search',
		filterBy: 'json',
		query: '{"field":"role","operator":"=","value":"user"}',
	}),
	reading('scroll', /\/scroll$/, { resource: 'company', operation: 'getAll', method: 'scroll' }),
	{ name: 'poll', maxWrites: 0, target: { match: /\/search$/, nth: 2 }, run: poll },
];

/** What became of a case. */
export type Verdict =
	'succeeded' | 'failed clearly' | 'false success' | 'lost' | 'doubled' | 'unclear failure';

/** Holds what the user is told against what really happened. */
export function judge({ write, maxWrites }: Work, { done }: Place, told: Told): Verdict {
	const writes = done.filter((name) => name === write).length;
	if (writes > maxWrites) return 'doubled';
	if (told.error !== undefined) {
		const isSaid = /may have been carried out/.test(told.error);
		return writes === 0 || isSaid ? 'failed clearly' : 'unclear failure';
	}
	if (write !== undefined) return writes === 0 ? 'false success' : 'succeeded';
	const ids = told.ids ?? [];
	if (new Set(ids).size < ids.length) return 'doubled';
	return allIds.every((id) => ids.includes(id)) ? 'succeeded' : 'lost';
}
