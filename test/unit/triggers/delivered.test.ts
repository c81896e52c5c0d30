import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { DeliveredNotifications } from '../../../nodes/Intercom/triggers/webhook/delivered';

const minute = 60_000;
const start = 1_734_537_243_000;

/** What n8n has after writing stored data to its database and reading it back. */
function reload(stored: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(stored)) as IDataObject;
}

describe('de-duplication of notifications', () => {
	it('takes each id once', () => {
		const delivered = new DeliveredNotifications();
		const stored: IDataObject = {};
		expect(delivered.take('notif_1', stored, start)).toBe(true);
		expect(delivered.take('notif_2', stored, start)).toBe(true);
		expect(delivered.take('notif_1', stored, start + minute)).toBe(false);
	});

	it('still knows them after a restart', () => {
		const stored: IDataObject = {};
		new DeliveredNotifications().take('notif_1', stored, start);
		const afterRestart = new DeliveredNotifications();
		expect(afterRestart.take('notif_1', reload(stored), start + minute)).toBe(false);
	});

	it('takes an id once when requests with copies of the stored data overtake each other', () => {
		const delivered = new DeliveredNotifications();
		const copies: IDataObject[] = Array.from({ length: 50 }, () => ({}));
		const taken = copies.map((copy, index) => delivered.take(`notif_${index % 10}`, copy, start));
		expect(taken.filter(Boolean)).toHaveLength(10);
		// Whichever copy n8n writes last: what the process knows goes into the next one.
		const late: IDataObject = {};
		delivered.take('notif_last', late, start);
		const afterRestart = new DeliveredNotifications();
		const known = copies.map((_, index) => afterRestart.take(`notif_${index % 10}`, late, start));
		expect(known.some(Boolean)).toBe(false);
	});

	it('learns what another process has stored', () => {
		const first = new DeliveredNotifications();
		const second = new DeliveredNotifications();
		let stored: IDataObject = {};
		first.take('notif_1', stored, start);
		stored = reload(stored);
		second.take('notif_2', stored, start);
		stored = reload(stored);
		expect(second.take('notif_1', stored, start)).toBe(false);
		expect(first.take('notif_2', stored, start)).toBe(false);
	});

	it('remembers for as long as Intercom may repeat, and then forgets', () => {
		const delivered = new DeliveredNotifications();
		const stored: IDataObject = {};
		delivered.take('notif_1', stored, start);
		expect(delivered.take('notif_1', stored, start + 120 * minute)).toBe(false);
		expect(delivered.take('notif_1', stored, start + 130 * minute)).toBe(true);
		expect(Object.keys(stored.delivered as IDataObject)).toHaveLength(1);
	});

	it('is bounded, and drops the oldest first', () => {
		const delivered = new DeliveredNotifications(100);
		const stored: IDataObject = {};
		for (let index = 0; index < 110; index += 1)
			delivered.take(`notif_${index}`, stored, start + index * 10_000);
		const now = start + 1_100_000;
		expect(JSON.stringify(stored).length).toBeLessThan(100 * 12 + 500);
		expect(delivered.take('notif_109', stored, now)).toBe(false);
		expect(delivered.take('notif_10', stored, now)).toBe(false);
		expect(delivered.take('notif_9', stored, now)).toBe(true);
	});

	it('is bounded also when all come within one minute', () => {
		const delivered = new DeliveredNotifications(100);
		const stored: IDataObject = {};
		for (let index = 0; index < 110; index += 1) delivered.take(`notif_${index}`, stored, start);
		expect(JSON.stringify(stored).length).toBeLessThan(100 * 12 + 50);
		expect(delivered.take('notif_10', stored, start)).toBe(false);
		expect(delivered.take('notif_9', stored, start)).toBe(true);
	});
});
