import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { IntercomError } from '../../client/intercom-error';
import { recordsIn, type Page } from '../../client/paginate';
import type { IntercomRequest } from '../../client/request';
import { InputError } from '../../engine/input-error';

/** Apps that this process scrolls for at the moment: Intercom allows one scroll per app (2.16 line 6851). */
const scrolling = new Set<string>();

/** How often to look whether another scroll of this process is over, in milliseconds. */
const turnPause = 200;

/**
 * Pauses until a scroll that somebody else has open may be over, in milliseconds; the last one
 * repeats. One that nobody goes on with ends after a minute (2.16 line 6852).
 */
const busyPauses = [1_000, 2_000, 4_000, 8_000, 15_000];
/** The longest wait for that, in milliseconds. */
const longestBusy = 300_000;

/** Statuses, and responses that are no list, after which a scroll can only be begun again (2.16 line 6862). */
const breaking = new Set([200, 408, 500, 502, 503, 504]);
/** How often in a row a scroll is begun again without finding a company that was not seen yet. */
const mostFruitless = 3;
/** The pause before a scroll is begun again, in milliseconds. */
const restartPause = 1_000;

/** Why a scroll can't go on. */
interface Broken {
	/** What happened, for the error. */
	reason: string;
	/** Whether the scroll may be over: Intercom no longer knows it, or gives the same companies again. */
	mayBeOver: boolean;
	/** How many companies it gave. */
	found: number;
	/** How many companies there are, where Intercom says so. */
	total: number;
}

/** Intercom's answer, or its error. */
type Answer = IDataObject | IntercomError;

function intercomError(error: unknown): IntercomError {
	if (error instanceof IntercomError) return error;
	throw error;
}

/**
 * Asks for a page. The client never repeats it: an answer that was lost has moved the scroll on,
 * and its page would be missing.
 */
async function ask(client: IntercomClient, scrollParam?: string): Promise<Answer> {
	const request: IntercomRequest = {
		method: 'GET',
		path: '/companies/scroll',
		query: scrollParam === undefined ? {} : { scroll_param: scrollParam },
		repeatable: false,
		expects: { list: 'data' },
	};
	return await client.send(request).catch(intercomError);
}

/** Opens a scroll, waiting while another process or app has one open. */
async function open(client: IntercomClient): Promise<Answer> {
	const giveUpAt = Date.now() + longestBusy;
	for (let tries = 0; ; tries += 1) {
		const answer = await ask(client);
		const isBusy = answer instanceof IntercomError && answer.facts?.code === 'scroll_exists';
		if (!isBusy || Date.now() >= giveUpAt) return answer;
		await client.pause(busyPauses[Math.min(tries, busyPauses.length - 1)]);
	}
}

/** Whether a scroll that ended with an error can be begun again. */
function canBeginAgain({ facts }: IntercomError, isForgotten: boolean): boolean {
	// Without facts there was no answer at all.
	return isForgotten || facts === undefined || breaking.has(facts.status);
}

/**
 * One scroll from its beginning. Gives only companies that are not in `seen`, and adds them.
 *
 * @returns why it broke off; undefined at its end
 */
async function* scrollOnce(
	client: IntercomClient,
	seen: Set<string>,
): AsyncGenerator<Page, Broken | undefined> {
	const found = new Set<string>();
	let scrollParam: string | undefined;
	let total = 0;
	const broken = (reason: string, mayBeOver: boolean): Broken => ({
		reason,
		mayBeOver,
		found: found.size,
		total,
	});
	for (;;) {
		const isOpen: boolean = scrollParam !== undefined;
		const body: Answer = isOpen ? await ask(client, scrollParam) : await open(client);
		if (body instanceof IntercomError) {
			const isForgotten = isOpen && body.facts?.status === 404;
			if (canBeginAgain(body, isForgotten)) return broken(body.message, isForgotten);
			throw body;
		}
		const companies = recordsIn(body, 'data');
		if (companies.length === 0) return undefined;
		total = Number(body.total_count ?? 0);
		// Some scrolls never end, but give the same companies again (Airbyte #58638).
		if (companies.every(({ id }) => found.has(String(id))))
			return broken('Intercom sent the same companies again', true);
		for (const { id } of companies) found.add(String(id));
		const records = companies.filter(({ id }) => !seen.has(String(id)));
		for (const { id } of records) seen.add(String(id));
		yield { records, body };
		if (typeof body.scroll_param !== 'string' || body.scroll_param === '') return undefined;
		scrollParam = body.scroll_param;
	}
}

/** Begins again after each break, until a scroll gets through. */
async function* scrollToTheEnd(client: IntercomClient): AsyncGenerator<Page, void> {
	const seen = new Set<string>();
	for (let fruitless = 0; ;) {
		const before = seen.size;
		const broken = yield* scrollOnce(client, seen);
		if (broken === undefined) return;
		const foundNew = seen.size > before;
		// Some scrolls end with a 404 instead of an empty page (Airbyte #9339): a second one told so.
		const isComplete = broken.found === seen.size && seen.size >= broken.total;
		if (broken.mayBeOver && !foundNew && isComplete) return;
		fruitless = foundNew ? 0 : fruitless + 1;
		if (fruitless >= mostFruitless)
			throw new InputError(
				`Intercom broke off the scroll over the companies ${fruitless} times in a row`,
				`Nothing was changed. Run again later. The last time: ${broken.reason}.`,
			);
		await client.pause(restartPause);
	}
}

/**
 * Reads all companies page by page, every company once. Takes turns with other scrolls of this
 * process, waits for those of others, and begins again where Intercom breaks a scroll off.
 *
 * @throws IntercomError when another scroll stays open for minutes
 * @throws InputError when Intercom breaks off again and again
 * @throws CancelledError when the execution is cancelled
 */
export async function* scrollCompanies(client: IntercomClient): AsyncGenerator<Page, void> {
	while (scrolling.has(client.appKey)) await client.pause(turnPause);
	scrolling.add(client.appKey);
	try {
		yield* scrollToTheEnd(client);
	} finally {
		scrolling.delete(client.appKey);
	}
}
