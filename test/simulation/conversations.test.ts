import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { SlicedSource } from '../../nodes/Intercom/triggers/polling/sliced-source';
import type { Exchange } from '../../nodes/Intercom/triggers/polling/source';
import { takeStep } from '../../nodes/Intercom/triggers/polling/step';
import { watchedResources } from '../../nodes/Intercom/triggers/polling/watches';
import { Random } from './random';

interface Conversation extends IDataObject {
	id: string;
	created_at: number;
}

/** Whether a search finds a conversation; only what the trigger sends is understood. */
function matches({ operator, field, value }: IDataObject, conversation: Conversation): boolean {
	if (Array.isArray(value)) {
		const parts = (value as IDataObject[]).map((part) => matches(part, conversation));
		return operator === 'OR' ? parts.some(Boolean) : parts.every(Boolean);
	}
	const date = Number(conversation[String(field)]);
	if (operator === '>') return date > Number(value);
	return operator === '<' ? date < Number(value) : date === Number(value);
}

/** A workspace's conversations and its time, in Unix seconds. */
class Workspace {
	now = 1_734_537_243;
	readonly conversations: Array<Conversation & { visibleAt: number }> = [];
	requests = 0;
	private readonly random = new Random(9);

	/** @param date what a response says of the time; undefined where it does not say */
	constructor(private readonly date: (now: number) => number | undefined) {}

	/** Creates a conversation that search shows up to four minutes later. */
	create(): void {
		const id = String(this.conversations.length + 1);
		const visibleAt = this.now + this.random.below(235);
		this.conversations.push({ id, created_at: this.now, visibleAt });
	}

	readonly exchange: Exchange = async ({ path, body }) => {
		this.requests += 1;
		const told = this.date(this.now);
		const headers = { date: told === undefined ? undefined : new Date(told * 1000).toUTCString() };
		if (path === '/me') return { status: 200, headers, body: { type: 'admin' } };
		const { query, pagination } = body as { query: IDataObject; pagination: IDataObject };
		const found = this.conversations
			.filter(({ visibleAt }) => visibleAt <= this.now)
			.filter((conversation) => matches(query, conversation));
		// In an order that has nothing to do with dates.
		found.sort((a, b) => (Number(a.id) % 7) - (Number(b.id) % 7) || Number(a.id) - Number(b.id));
		const size = Number(pagination.per_page);
		const begin = Number(pagination.starting_after ?? 0);
		const end = begin + size;
		const next =
			end < found.length ? { next: { per_page: size, starting_after: String(end) } } : {};
		return {
			status: 200,
			headers,
			body: {
				type: 'conversation.list',
				conversations: found.slice(begin, end),
				total_count: found.length,
				pages: { type: 'pages', ...next },
			},
		};
	};
}

const day = 86_400;
const right = (now: number) => now;

const cases: Array<[string, (now: number) => number | undefined, number]> = [
	['all clocks are right', right, 0],
	['responses have no date', () => undefined, 0],
	['responses are dated 2099', () => Date.UTC(2099, 0) / 1000, 0],
	['responses are dated 20 minutes behind', (now) => now - 1_200, 0],
	['responses are dated 20 minutes ahead', (now) => now + 1_200, 0],
	["n8n's clock is a day ahead", right, day],
	["n8n's clock is a year behind", right, -365 * day],
];

describe('the polling trigger, watching conversations', () => {
	it.each(cases)(
		'reports each once, also a burst longer than its memory, when %s',
		async (_, date, ahead) => {
			const workspace = new Workspace(date);
			const conversation = watchedResources.find(({ value }) => value === 'conversation');
			const created = conversation?.events.find(({ value }) => value === 'created');
			if (conversation === undefined || created === undefined) throw new Error('not watched');
			const watched = { ...conversation, ...created, filters: [] };
			const settings = {
				source: new SlicedSource(workspace.exchange, watched),
				ownTime: () => workspace.now + ahead,
				most: 30,
				mostSeen: 60,
				overlap: 300,
			};
			let { state } = await takeStep(undefined, settings);
			const reported: unknown[] = [];
			for (let poll = 0; poll < 80; poll += 1) {
				// A few all the time, and 300 in a minute once.
				for (let count = poll === 10 ? 300 : 3; count > 0; count -= 1) {
					workspace.create();
					if (count % 5 === 0) workspace.now += 1;
				}
				workspace.now += 60;
				const step = await takeStep(state, settings);
				reported.push(...step.changes.map(({ id }) => id));
				state = step.state;
				expect(Object.keys(state.seen).length).toBeLessThanOrEqual(60);
			}
			// Nothing happens any more, and the rest comes.
			for (let poll = 0; poll < 60; poll += 1) {
				workspace.now += 60;
				const step = await takeStep(state, settings);
				reported.push(...step.changes.map(({ id }) => id));
				state = step.state;
			}
			const made = workspace.conversations.map(({ id }) => id);
			expect(reported).toHaveLength(made.length);
			expect(new Set(reported)).toEqual(new Set(made));
		},
	);
});
