import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startEmulator, type Emulator } from '../../dev/emulator';
import { topicGroups } from '../../nodes/Intercom/triggers/webhook/topics';
import { expectedTopics } from '../support/recorded-topics';
import { notificationDeviations } from './deviations/notifications';
import {
	compare,
	unexplained,
	type Difference,
	type RecordedNotification,
} from './recordings/notification-shapes';
import { readRecording } from './recordings/recordings';

const recordings = Object.entries(
	readRecording<Record<string, RecordedNotification>>('webhooks.json'),
);

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator({ contacts: 1, companies: 1 });
	const [contact] = emulator.state.contacts.values();
	const [tag] = emulator.state.tags.values();
	const applied = { id: tag.id, applied_at: 1, applied_by: { type: 'admin', id: '1' } } as const;
	emulator.state.contacts.set(contact.id, { ...contact, tags: [applied] });
});

afterAll(async () => {
	await emulator.close();
});

/** A notification of the emulator as it goes over the wire. */
function sent({ topic, payload }: RecordedNotification): { data: { item: object } } {
	return JSON.parse(JSON.stringify(emulator.webhooks.notificationFor({ topic, payload })));
}

function differencesOf(name: string, recording: RecordedNotification) {
	return compare(name, sent(recording), recording.fields);
}

function printed(differences: readonly Difference[]): string[] {
	return differences.map(({ kind, path, detail }) => `${kind} ${path}: ${detail}`);
}

describe("the emulator's notifications against recorded ones", () => {
	it('are held against every recorded topic', () => {
		expect(recordings.length).toBeGreaterThanOrEqual(76);
		const fields = recordings.flatMap(([, recording]) => Object.keys(recording.fields));
		expect(fields.length).toBeGreaterThan(5000);
	});

	it.each(recordings)('%s: every field is sent, and with a recorded type', (name, recording) => {
		const differences = differencesOf(name, recording);
		expect(printed(unexplained(differences, notificationDeviations))).toEqual([]);
	});

	it('differ nowhere that is explained but does not occur', () => {
		const differences = recordings.flatMap(([name, recording]) => differencesOf(name, recording));
		const unused = notificationDeviations.filter(
			(known) => unexplained(differences, [known]).length === differences.length,
		);
		expect(unused.map(({ reason }) => reason)).toEqual([]);
	});

	it('would show a field that is lacking, of another type, or never recorded', () => {
		const recorded = { '(root)': 'object', id: 'string', list: 'array', 'list[]': 'number' };
		expect(printed(compare('topic', { id: 'a', list: [1] }, recorded))).toEqual([]);
		expect(printed(compare('topic', { id: 7, list: [], extra: null }, recorded))).toEqual([
			'type id: recorded as string, sent as number',
			'lacking list[]: recorded as number',
			'unknown extra: sent as null',
		]);
	});

	it('would show every single recorded field that the emulator left out', () => {
		for (const [name, recording] of recordings) {
			const notification = sent(recording);
			const item = notification.data.item as Record<string, unknown>;
			for (const field of Object.keys(item)) {
				if (!(`data.item.${field}` in recording.fields)) continue;
				const { [field]: _, ...rest } = item;
				const without = { ...notification, data: { ...notification.data, item: rest } };
				expect(compare(name, without, recording.fields)).toContainEqual(
					expect.objectContaining({ kind: 'lacking', path: `data.item.${field}` }),
				);
			}
		}
	});
});

describe('the tests of the trigger', () => {
	it('try out every recorded topic with every filter', () => {
		const tried = new Set(expectedTopics.map(({ topic, payload }) => `${topic} ${payload}`));
		const untried = recordings
			.map(([, { topic, payload }]) => `${topic} ${payload}`)
			.filter((name) => name !== 'ping old' && !tried.has(name));
		expect(untried).toEqual([]);
	});
});

describe('the topics that the trigger offers', () => {
	it('are all that were recorded for apps on API 2.x', () => {
		const offered = new Set(
			topicGroups.flatMap(({ topics }) =>
				topics.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
			),
		);
		const missing = recordings
			.filter(([, { payload }]) => payload === 'current')
			.map(([, { topic }]) => topic)
			.filter((topic) => !offered.has(topic));
		expect(missing).toEqual([]);
	});
});
