import type { AddressInfo } from 'node:net';
import { Clock } from './clock';
import { CONTROL_PREFIX } from './control';
import { addFileRoutes } from './conversations/files';
import { Faults, type Fault } from './faults';
import { Latency } from './latency';
import { OAuthApp } from './oauth/app';
import { addOAuthRoutes } from './oauth/routes';
import { RateLimit } from './rate-limit';
import { Recorder, type ExchangeListener, type RecordedRequest } from './recorder';
import { seedCompanies } from './seed/companies';
import { seedContacts } from './seed/contacts';
import { seedWorkspace } from './seed/workspace';
import { createServer } from './server';
import {
	changeSettings,
	defaultSettings,
	TOKENS,
	type EmulatorSettings,
	type SettingsChange,
} from './settings';
import { EmulatorState } from './state';
import { addWebhookControlRoutes } from './webhooks/control';
import { WebhookSender } from './webhooks/sender';

export type { Fault, FaultKind } from './faults';
export type * from './records';
export type * from './conversations/records';
export type * from './knowledge/records';
export type { Exchange, ExchangeListener, RecordedRequest } from './recorder';
export * from './settings';
export { seedCompanies } from './seed/companies';
export { seedContacts, type ContactSeed } from './seed/contacts';
export { SEED_RULESET, SEED_TIME } from './seed/workspace';
export type { OAuthApp, Revocation } from './oauth/app';
export type { EmulatorState } from './state';
export { CLIENT_SECRET } from './webhooks/notification';
export type { Delivery, SendKind, SendRequest } from './webhooks/sender';

/** How an emulator starts. */
export interface EmulatorOptions {
	/** TCP port on 127.0.0.1; default: a free one. */
	port?: number;
	/** Whole number that all ids, data and latencies are derived from; default 1. */
	seed?: number;
	/** Contacts (users) to begin with; default none. */
	contacts?: number;
	/** Companies to begin with, each with one of the contacts; default none. */
	companies?: number;
	/** Knobs that differ from {@link defaultSettings}. */
	settings?: SettingsChange;
}

/** A running Intercom on loopback. */
export interface Emulator {
	/** Base URL, `http://127.0.0.1:PORT`, without trailing slash. */
	readonly url: string;
	/** A valid access token. */
	readonly token: string;
	/** The knobs; may be changed at any time. */
	readonly settings: EmulatorSettings;
	/** The stored workspace, open for reading and seeding. */
	readonly state: EmulatorState;
	/** Sends the app's webhooks. */
	readonly webhooks: WebhookSender;
	/** The app that connects workspaces by OAuth2. */
	readonly oauth: OAuthApp;
	/** Every request received, in order. */
	readonly requests: RecordedRequest[];
	/**
	 * Calls the listener with each request and its answer, before the answer leaves.
	 * @returns a function that removes the listener
	 */
	onExchange(listener: ExchangeListener): () => void;
	/** Injects a fault into coming requests. */
	failNext(fault: Fault): void;
	/** Uses up rate limit of the current window, as another app of the workspace would. */
	spendRateLimit(requests: number): void;
	/** Stops the server and drops its connections. */
	close(): Promise<void>;
}

/** Starts a stateful emulator of Intercom's API 2.16 on a loopback port. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const seed = options.seed ?? 1;
	const settings = defaultSettings();
	changeSettings(settings, options.settings ?? {});
	const clock = new Clock(settings);
	const state = new EmulatorState({ seed, clock, settings });
	seedWorkspace(state);
	seedContacts(state, options.contacts ?? 0);
	seedCompanies(state, options.companies ?? 0);

	const rateLimit = new RateLimit(settings, clock);
	const faults = new Faults();
	const recorder = new Recorder();
	const workspace = { state, settings, clock };
	const webhooks = new WebhookSender(workspace);
	const oauth = new OAuthApp(settings, clock);
	const server = createServer({
		workspace,
		rateLimit,
		latency: new Latency(settings, seed),
		faults,
		recorder,
	});
	addWebhookControlRoutes(server, CONTROL_PREFIX.slice(0, -1), webhooks);
	addFileRoutes(server, workspace);
	addOAuthRoutes(server, oauth, workspace);
	await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	const { port } = server.server.address() as AddressInfo;
	state.filesUrl = `http://127.0.0.1:${port}${CONTROL_PREFIX}files`;

	return {
		url: `http://127.0.0.1:${port}`,
		token: TOKENS.valid,
		settings,
		state,
		webhooks,
		oauth,
		requests: recorder.requests,
		onExchange: (listener) => recorder.onExchange(listener),
		failNext: (fault) => faults.add(fault),
		spendRateLimit: (requests) => rateLimit.spend(requests),
		close: () => server.close(),
	};
}
