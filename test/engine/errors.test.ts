import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { TOKENS } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator();
});

afterAll(async () => {
	await emulator.close();
});

afterEach(() => {
	emulator.settings.hostRegion = 'US';
	emulator.settings.region = 'US';
});

async function run(
	parameters: Record<string, unknown>,
	credential: Record<string, unknown> = {},
): Promise<NodeRun> {
	const result = await runNode({ parameters, credentials: emulator.credentials(credential) });
	const token = String(credential.accessToken ?? emulator.token);
	expect(JSON.stringify(result.run)).not.toContain(token);
	return result;
}

async function contactId(fields: Record<string, unknown>): Promise<string> {
	const created = await run({ resource: 'contact', operation: 'create', ...fields });
	expect(created.error).toBeUndefined();
	return String(created.json[0].id);
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const get = (value: string) => ({
	resource: 'contact',
	operation: 'get',
	by: 'id',
	contactId: byId(value),
});

const requestId = /Request ID: [0-9a-f-]{36}\.$/;

/** The text a user reads, with the request id, which differs each time, cut off. */
function text({ error }: NodeRun): { message?: string; description?: string } {
	expect(error?.description).toMatch(requestId);
	expect(error?.context?.itemIndex).toBe(0);
	return {
		message: error?.message,
		description: error?.description?.replace(requestId, '').trim(),
	};
}

describe('Errors, as users read them', () => {
	it('an invalid token', async () => {
		const result = await run(get('1'), { accessToken: 'not-a-token-that-works', region: 'us' });
		expect(text(result)).toEqual({
			message: 'Intercom did not accept the access token [item 0]',
			description: `Copy the token again from Configure > Authentication of your app in Intercom's Developer Hub and paste it into the credential. If the token is right, the region may be wrong: the credential says '${new URL(emulator.url).host}', and a workspace in another region does not know its token there. Intercom says: Access Token Invalid. Code: unauthorized. HTTP status: 401.`,
		});
	});

	it('a wrong region', async () => {
		emulator.settings.hostRegion = 'EU';
		const result = await run(get('1'));
		expect(text(result).message).toBe('Intercom did not accept the access token [item 0]');
		expect(text(result).description).toContain('the region may be wrong: the credential says');
	});

	it('a missing permission', async () => {
		const result = await run(get('1'), { accessToken: TOKENS.withoutScopes });
		const { message, description } = text(result);
		expect(message).toBe('The access token lacks a permission [item 0]');
		expect(description).toMatch(
			/^Open your app in Intercom's Developer Hub, tick the permission under Configure > Authentication, and save\. Intercom says: .+\. Code: forbidden\. HTTP status: 403\.$/,
		);
	});

	it('a feature that the plan lacks', async () => {
		const message = {
			resource: 'message',
			operation: 'send',
			body: 'Hello',
			contactId: byId(await contactId({ email: 'plan@example.com' })),
		};
		const result = await run(message, { accessToken: TOKENS.restrictedPlan });
		expect(text(result)).toEqual({
			message: "Your Intercom plan doesn't include this feature [item 0]",
			description:
				'Check the subscription of the workspace in Intercom under Settings > Billing, or ask an admin who can change it. Intercom says: Active subscription needed. Code: api_plan_restricted. HTTP status: 403.',
		});
	});

	it('a contact that does not exist', async () => {
		const result = await run(get('6762f0d51bb69f9f2193bb7c'));
		expect(text(result)).toEqual({
			message: 'Intercom could not find the contact [item 0]',
			description:
				'Check the ID. The record may be deleted or archived, or belong to another workspace or region than the credential. Something created a moment ago can take a few seconds to appear. Intercom says: User Not Found. Code: not_found. HTTP status: 404.',
		});
	});

	it('a merged contact names the one it lives on in', async () => {
		const email = 'merged@example.com';
		const lead = await contactId({ role: 'lead', email });
		const user = await contactId({ role: 'user', email });
		const merge = { leadBy: 'id', leadId: byId(lead), userBy: 'id', userId: byId(user) };
		await run({ resource: 'contact', operation: 'merge', ...merge });
		const result = await run(get(lead));
		const { message, description } = text(result);
		expect(message).toBe(`This contact was merged into contact ${user} [item 0]`);
		expect(description).toMatch(
			new RegExp(
				`^Use the ID ${user} instead\\. Intercom says: .+\\. Code: contact_merged\\. HTTP status: 410\\.$`,
			),
		);
	});

	it('a duplicate names the existing contact', async () => {
		const existing = await contactId({ email: 'twice@example.com' });
		const result = await run({
			resource: 'contact',
			operation: 'create',
			email: 'twice@example.com',
		});
		expect(text(result)).toEqual({
			message: `A contact with these details already exists: ${existing} [item 0]`,
			description: `Update that contact by its ID, or use the operation 'Create or Update', which does so by itself. Intercom says: A contact matching those details already exists with id=${existing}. Code: conflict. HTTP status: 409.`,
		});
	});

	it('an archived duplicate says how to bring it back', async () => {
		const archived = await contactId({ email: 'archived@example.com' });
		await run({ resource: 'contact', operation: 'archive', contactId: byId(archived) });
		for (const operation of ['create', 'upsert']) {
			const result = await run({ resource: 'contact', operation, email: 'archived@example.com' });
			expect(text(result)).toEqual({
				message: `An archived contact already has these details: ${archived} [item 0]`,
				description: `Unarchive that contact with the operation 'Unarchive', or use 'Create or Update' with 'Unarchive If Archived' turned on. Intercom says: An archived contact matching those details already exists with id=${archived}. Code: conflict. HTTP status: 409.`,
			});
		}
	});

	it('a rate limit that takes longer than the user allows', async () => {
		const limited = await startCheckedEmulator({
			settings: { rateLimit: { limit: 1, windowSeconds: 60 } },
		});
		const result = await runNode({
			parameters: {
				resource: 'customAction',
				operation: 'call',
				path: '/me',
				requestSettings: { maxWait: 1 },
			},
			items: [{}, {}, {}],
			credentials: limited.credentials(),
		});
		await limited.close();
		expect(result.error?.message).toMatch(
			/^Too many requests to Intercom, and waiting would take longer than allowed \[item [0-2]\]$/,
		);
		expect(result.error?.description).toMatch(
			/^Raise 'Maximum Wait' under Request Options, or run less at the same time\. Other apps of the workspace share its limit\. /,
		);
	});

	it('a value that Intercom does not accept, with its field', async () => {
		emulator.failNext({
			kind: 'status',
			status: 400,
			times: 1,
			body: {
				type: 'error.list',
				request_id: '00000000-0000-4000-8000-000000000000',
				errors: [{ code: 'parameter_invalid', message: 'is not a phone number', field: 'phone' }],
			},
		});
		const result = await run({
			resource: 'contact',
			operation: 'create',
			email: 'phone@example.com',
			additionalFields: { phone: 'x' },
		});
		expect(text(result)).toEqual({
			message: "Intercom did not accept the field 'phone': is not a phone number [item 0]",
			description:
				'Correct the value and run again. Intercom says: is not a phone number. Code: parameter_invalid. Field: phone. HTTP status: 400.',
		});
	});

	it('a version that Intercom does not know', async () => {
		const result = await run(get('1'), { apiVersion: '9.99' });
		const { message, description } = text(result);
		expect(message).toBe('Intercom does not know the API version [item 0]');
		expect(description).toMatch(
			/^The credential asks for version '9\.99'\. Clear its 'API Version' field to use the version this node is made for\. Intercom says: .+\. Code: intercom_version_invalid\. HTTP status: 400\.$/,
		);
		emulator.takeViolations();
	});

	it('no answer at all', async () => {
		const result = await run(get('1'), { baseUrl: 'http://127.0.0.1:1' });
		expect(result.error?.message).toBe('No answer from Intercom at 127.0.0.1:1 [item 0]');
		expect(result.error?.description).toBe(
			"The server refused the connection (ECONNREFUSED). It was tried several times. Check this machine's internet connection, and the region or API Base URL in the credential.",
		);
	});

	it('a write without an answer is not sent again and says so', async () => {
		emulator.failNext({ kind: 'resetAfter', times: 1, match: '^POST' });
		const before = emulator.requests.length;
		const result = await run({
			resource: 'contact',
			operation: 'create',
			email: 'lost@example.com',
		});
		expect(emulator.requests.length - before).toBe(1);
		expect(result.error?.description).toBe(
			'The connection was closed before the answer came (ECONNRESET). The request may have been carried out all the same, so it was not sent again. Look in Intercom before you run it again.',
		);
	});

	it('an address that the token must not be sent to', async () => {
		const result = await run(get('1'), { baseUrl: 'http://intercom.example.com' });
		expect(result.error?.message).toContain('The Intercom credential cannot be used');
		expect(result.error?.description).toContain('must start with https://');
	});
});
