import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { byId } from '../support/resource';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator();
});

afterAll(async () => {
	await emulator.close();
});

describe('A fraction where Intercom wants a whole number', () => {
	it.each<[string, Record<string, unknown>]>([
		[
			'Monthly Spend',
			{
				resource: 'company',
				operation: 'upsert',
				ownCompanyId: 'customer-42',
				additionalFields: { monthlySpend: 155.98 },
			},
		],
		[
			'Size',
			{
				resource: 'company',
				operation: 'update',
				companyId: byId('6762f0ae1bb69f9f2193bb7b'),
				updateFields: { size: 2.5 },
			},
		],
		[
			'Count',
			{
				resource: 'event',
				operation: 'createSummary',
				externalId: 'customer-42',
				eventName: 'placed-order',
				count: 1.5,
				first: '2026-01-01T00:00:00Z',
				last: '2026-02-01T00:00:00Z',
			},
		],
		[
			'Idle After (Seconds)',
			{ resource: 'team', operation: 'getMetrics', teamId: byId('1'), idleThreshold: 60.5 },
		],
		['Limit', { resource: 'contact', operation: 'getAll', limit: 2.5 }],
		[
			'Page Size',
			{
				resource: 'contact',
				operation: 'getAll',
				returnAll: true,
				pageOptions: { pageSize: 2.5 },
			},
		],
	])("is refused before anything is sent: '%s'", async (name, parameters) => {
		const before = emulator.requests.length;
		const { error } = await runNode({ parameters, credentials: emulator.credentials() });
		expect(error?.message).toContain(`'${name}'`);
		expect(emulator.requests).toHaveLength(before);
	});
});
