import { describe, expect, it } from '@jest/globals';

import { apiBaseUrl } from '../../../nodes/Intercom/client/hosts';
import { bareIdentifier } from '../../../nodes/Intercom/client/identifier';
import { errorFromResponse, readError } from '../../../nodes/Intercom/client/intercom-error';
import { readRateLimit } from '../../../nodes/Intercom/client/rate-limit-window';
import { isJobQuota } from '../../../nodes/Intercom/client/retry';
import { addressList } from '../../../nodes/Intercom/engine/address-list';
import { convert } from '../../../nodes/Intercom/engine/convert';
import type { Parameter } from '../../../nodes/Intercom/engine/operation';
import { splitPath } from '../../../nodes/Intercom/resources/customAction/path';
import { dayOfDate } from '../../../nodes/Intercom/search/days';
import { parseFormula } from '../../../nodes/Intercom/search/formula/formula';
import { suggestNames } from '../../../nodes/Intercom/search/suggest';
import { decodeEntities } from '../../../nodes/Intercom/transcript/html/entities';
import { markdownStyle } from '../../../nodes/Intercom/transcript/html/markdown';
import { parseHtml } from '../../../nodes/Intercom/transcript/html/parse';
import { plainStyle } from '../../../nodes/Intercom/transcript/html/plain';
import { renderHtml } from '../../../nodes/Intercom/transcript/html/render';
import { makeTranscript } from '../../../nodes/Intercom/transcript/transcript';
import { digestOf } from '../../../nodes/Intercom/triggers/polling/digest';
import { verifySignature } from '../../../nodes/Intercom/triggers/webhook/signature';
import { deepTexts, hostileHtml, hostileTexts, length } from './texts';
import { node } from '../../support/node';

/** Milliseconds that a text may take, up to a million characters. */
const maxTime = 200;

function parameter(
	as: 'id' | 'integerId' | 'commaList' | 'commaText' | 'integerIdList',
): Parameter {
	return { displayName: 'Field', name: 'field', type: 'string', default: '', wire: { as } };
}

const dateTime: Parameter = { displayName: 'Date', name: 'date', type: 'dateTime', default: '' };

const response = { status: 400, headers: {}, body: undefined };

function errorWith(message: string): void {
	const request = { method: 'GET', path: '/contacts', repeatable: true } as const;
	const target = { region: 'United States', version: '2.16', oauth: false };
	const body = { errors: [{ code: 'parameter_invalid', message }] };
	errorFromResponse(node, request, { response: { ...response, body } }, target);
}

function transcriptOf(text: string, format: 'markdown' | 'plainText' | 'structured'): void {
	const author = { type: 'user', id: '1', name: text, email: text };
	const attachments = [{ name: text, url: `https://example.com/${text}`, content_type: text }];
	const source = { type: text, subject: text, body: text, author, attachments };
	makeTranscript(
		{ id: '613', title: text, state: text, created_at: 1_769_851_800, source },
		{
			format,
			notes: true,
			events: true,
			attachments: 'links',
			maxLength: 50_000,
			timezone: 'UTC',
		},
	);
}

/** Everything that reads what customers, Intercom, webhooks or the items of a workflow say. */
const readers: Record<string, (text: string) => unknown> = {
	'a message as Markdown': (text) => renderHtml(text, markdownStyle),
	'a message as plain text': (text) => renderHtml(text, plainStyle),
	'HTML as a tree': parseHtml,
	'characters by name': decodeEntities,
	'Markdown that is cut': (text) => markdownStyle.cut(text, text.length - 10),
	'an error’s message': errorWith,
	'an error’s code': (text) =>
		readError({ ...response, body: { errors: [{ code: text, message: text, field: text }] } }),
	'a Link header': (text) => readError({ ...response, status: 410, headers: { link: text } }),
	'the headers of a limit': (text) =>
		readRateLimit(
			429,
			{
				'x-ratelimit-limit': text,
				'x-ratelimit-remaining': text,
				'x-ratelimit-reset': text,
				'retry-after': text,
				date: text,
			},
			text,
		),
	'a quota of jobs': isJobQuota,
	'an ID': bareIdentifier,
	'an ID in an address': (text) => bareIdentifier(`https://app.intercom.com/a/${text}`),
	'a number as an ID': (text) => convert(parameter('integerId'), text, 'UTC'),
	'a list with commas': (text) => convert(parameter('commaList'), text, 'UTC'),
	'a text with commas': (text) => convert(parameter('commaText'), text, 'UTC'),
	'a list of numbers': (text) => convert(parameter('integerIdList'), text, 'UTC'),
	'a list of addresses': addressList,
	'a date': (text) => convert(dateTime, text, 'UTC'),
	'a day': (text) => dayOfDate(text, 'UTC'),
	'a formula': parseFormula,
	'a formula’s value': (text) => parseFormula(`name = '${text}`),
	'a field’s name': (text) => suggestNames(text, ['email', 'created_at'], (full) => full),
	'a path': splitPath,
	'an API Base URL': (text) => apiBaseUrl({ baseUrl: `https://example.com/${text}` }),
	'a record’s digest': (text) => digestOf({ body: text, [text]: [text] }),
	'a record’s digest with addresses': (text) => digestOf({ body: `http${text}` }),
	'a signature': (text) =>
		verifySignature({ 'x-hub-signature': text }, Buffer.from('{}'), 'secret'),
};

/** Milliseconds of processor time that reading takes. */
function timeOf(read: (text: string) => unknown, text: string): number {
	const start = process.cpuUsage();
	try {
		read(text);
	} catch (error) {
		// Refusing a text is fine, as long as it is not the machine that gives up.
		expect(error).not.toBeInstanceOf(RangeError);
		expect(error).not.toBeInstanceOf(TypeError);
	}
	const { user, system } = process.cpuUsage(start);
	return Math.round((user + system) / 1000);
}

/** The texts that take too long, at their best of three. */
function slowOnes(read: (text: string) => unknown, texts: Array<[string, string]>): string[] {
	return texts.flatMap(([name, text]) => {
		let time = Infinity;
		for (let tries = 0; tries < 3 && time > maxTime; tries += 1)
			time = Math.min(time, timeOf(read, text));
		return time <= maxTime ? [] : [`${name}: ${time} ms`];
	});
}

describe('Long texts of anything', () => {
	it.each(Object.entries(readers))('are read within 200 ms as %s', (_, read) => {
		expect(slowOnes(read, [...hostileTexts, ...deepTexts])).toEqual([]);
	});

	it.each([
		['Markdown', markdownStyle],
		['plain text', plainStyle],
	])('are read within 200 ms in any element of a message, as %s', (_, style) => {
		expect(slowOnes((html) => renderHtml(html, style), hostileHtml)).toEqual([]);
	});

	it.each(['markdown', 'plainText', 'structured'] as const)(
		'go into a transcript within 200 ms: %s',
		(format) => {
			// They are title, state, channel, subject, body, name, address and attachment at once, and shown twice.
			const texts = hostileTexts.map(([name, text]): [string, string] => [
				name,
				text.slice(-length / 10),
			]);
			expect(slowOnes((text) => transcriptOf(text, format), texts)).toEqual([]);
		},
	);
});
