import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { withRestDates } from '../../../nodes/Intercom/triggers/webhook/dates';

describe('dates of notifications in the form of the REST API', () => {
	it('are Unix seconds, whichever zone and precision they came with', () => {
		const date = fc.date({
			min: new Date('1970-01-01'),
			max: new Date('2100-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(date, (time) => {
				const expected = Math.floor(time.getTime() / 1000);
				const utc = time.toISOString();
				for (const text of [utc, utc.replace('Z', '+00:00'), utc.replace(/\.\d+Z$/, 'Z')])
					expect(withRestDates({ created_at: text })).toEqual({ created_at: expected });
			}),
		);
	});

	it('leave every other value as it is', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const record = { name: value, created_at: 1_734_537_243, updated_at: null };
				expect(withRestDates(JSON.parse(JSON.stringify(record)))).toEqual(
					JSON.parse(JSON.stringify(record)),
				);
			}),
		);
	});

	it('are found in what is nested, but not in fields that the user has named', () => {
		const text = '2026-01-02T03:04:05.678+01:00';
		const seconds = Date.parse(text) / 1000 - 0.678;
		const record = (at: string | number, named: string) => ({
			companies: [{ created_at: at }],
			statistics: { first_contact_reply_at: at },
			body: named,
			custom_attributes: { renewed_at: named },
			signed_up_at: 'yesterday',
		});
		expect(withRestDates(record(text, text))).toEqual(record(seconds, text));
	});

	it('end at a depth that no record has', () => {
		const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) as object;
		expect(withRestDates({ deep })).toHaveProperty('deep');
	});
});
