import type { FastifyInstance } from 'fastify';
import { bodyOf, flag, integer, listOf, oneOfTexts, openObject, text } from './body-schema';
import { Collection } from './collection';
import { resourceNotFound } from './errors';
import type { Fault, Faults } from './faults';
import type { RateLimit } from './rate-limit';
import type { Recorder } from './recorder';
import type { Workspace } from './route';
import { seedCompanies } from './seed/companies';
import { seedContacts } from './seed/contacts';
import { API_VERSIONS, changeSettings, REGIONS, type SettingsChange } from './settings';

/** Where the control routes live; they are not part of Intercom's API and need no token. */
export const CONTROL_PREFIX = '/__emulator/';

/** What the control routes steer. */
export interface ControlParts {
	workspace: Workspace;
	rateLimit: RateLimit;
	faults: Faults;
	recorder: Recorder;
}

const count = { type: 'integer', minimum: 0 } as const;
const countOrNull = { type: ['integer', 'null'], minimum: 0 } as const;

const settingsBody = bodyOf({
	region: oneOfTexts(...REGIONS),
	hostRegion: oneOfTexts(...REGIONS),
	timezone: text,
	defaultVersion: oneOfTexts(...API_VERSIONS),
	tokens: openObject,
	oauthApp: bodyOf({
		clientId: text,
		clientSecret: text,
		redirectUrls: listOf(text),
		permissions: { anyOf: [oneOfTexts('all'), listOf(text)] },
		codeExpiryMilliseconds: count,
	}),
	latencyMilliseconds: count,
	latencyJitter: { type: 'number', minimum: 0, maximum: 1 },
	clockSkewMilliseconds: integer,
	searchLagMilliseconds: count,
	rateLimit: bodyOf({
		limit: countOrNull,
		windowSeconds: { type: 'number', exclusiveMinimum: 0 },
		resetDelaySeconds: integer,
		headers: flag,
		families: { type: 'object', additionalProperties: countOrNull },
		usedByOtherApps: count,
	}),
	unknownCustomAttributes: oneOfTexts('refuse', 'ignore', 'accept'),
	pageLinks: oneOfTexts('url', 'none', 'described'),
	companyLookup: oneOfTexts('list', 'company'),
	messagingLagMilliseconds: count,
	awayStatusReasonMandatory: flag,
	fileLengths: flag,
	fileRedirects: flag,
	companiesPerContact: count,
	companyListReach: count,
	scrollPageSize: count,
	scrollBreaksAfterPages: countOrNull,
	scrollExpiryMilliseconds: count,
});

const faultBody = bodyOf(
	{
		kind: oneOfTexts('status', 'reset', 'resetAfter', 'timeout', 'emptyBody', 'html'),
		match: text,
		times: count,
		status: count,
		body: openObject,
		headers: openObject,
	},
	['kind'],
);

/**
 * Everything a test can set or read on the emulator, for use from another process: settings, state,
 * requests, faults, seeding, and budget used up by other apps.
 */
export function addControlRoutes(server: FastifyInstance, parts: ControlParts): void {
	const { workspace, rateLimit, faults, recorder } = parts;
	const { settings, state } = workspace;
	const prefix = CONTROL_PREFIX.slice(0, -1);

	server.get(`${prefix}/settings`, () => settings);
	server.patch<{ Body: SettingsChange }>(
		`${prefix}/settings`,
		{ schema: { body: settingsBody } },
		({ body }) => {
			changeSettings(settings, body);
			return settings;
		},
	);
	server.get(`${prefix}/state`, () => {
		const sizes = Object.entries(state).filter(([, value]) => value instanceof Collection);
		return Object.fromEntries(sizes.map(([name, { size }]) => [name, size]));
	});
	server.get<{ Params: { collection: string } }>(`${prefix}/state/:collection`, ({ params }) => {
		const collection: unknown = Object.entries(state).find(
			([name]) => name === params.collection,
		)?.[1];
		if (!(collection instanceof Collection)) throw resourceNotFound();
		return [...collection.values()];
	});
	server.get(`${prefix}/requests`, () => recorder.requests);
	server.delete(`${prefix}/requests`, (_request, reply) => {
		recorder.requests.length = 0;
		return reply.code(204).send();
	});
	server.post<{ Body: Fault }>(
		`${prefix}/faults`,
		{ schema: { body: faultBody } },
		({ body }, reply) => {
			faults.add(body);
			return reply.code(204).send();
		},
	);
	server.delete(`${prefix}/faults`, (_request, reply) => {
		faults.clear();
		return reply.code(204).send();
	});
	server.post<{ Body: { contacts?: number; leads?: number; companies?: number } }>(
		`${prefix}/seed`,
		{ schema: { body: bodyOf({ contacts: count, leads: count, companies: count }) } },
		({ body: { contacts = 0, leads = 0, companies = 0 } }) => {
			seedContacts(state, contacts);
			seedContacts(state, leads, { role: 'lead' });
			seedCompanies(state, companies);
			return { contacts: state.contacts.size, companies: state.companies.size };
		},
	);
	server.post<{ Body: { requests: number } }>(
		`${prefix}/rate-limit/spend`,
		{ schema: { body: bodyOf({ requests: count }, ['requests']) } },
		({ body }, reply) => {
			rateLimit.spend(body.requests);
			return reply.code(204).send();
		},
	);
}
