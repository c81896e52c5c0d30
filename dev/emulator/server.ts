import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { authenticate, authorize } from './authorization';
import { addControlRoutes, CONTROL_PREFIX } from './control';
import { IntercomError } from './errors';
import type { Fault, Faults } from './faults';
import type { Latency } from './latency';
import type { RateLimit } from './rate-limit';
import type { RecordedRequest, Recorder } from './recorder';
import { refuseUnknownInput, toIntercomError } from './refusals';
import { Answer, type Route, type Workspace } from './route';
import { routes } from './routes';
import type { ApiVersion } from './settings';
import { readVersion } from './version';

/** What the server needs besides the routes. */
export interface ServerParts {
	workspace: Workspace;
	rateLimit: RateLimit;
	latency: Latency;
	faults: Faults;
	recorder: Recorder;
}

/** What the hooks know about a request to Intercom's API; control requests have none. */
interface Call {
	record: RecordedRequest;
	version: ApiVersion;
	/** Why the request will be refused once its body is read. */
	refusal?: unknown;
	fault?: Fault;
}

declare module 'fastify' {
	interface FastifyRequest {
		call: Call | null;
	}
	interface FastifyContextConfig {
		/** The operation a fastify route plays. */
		operation?: Route;
		/** Whether it serves callers without an access token; the rate limit does not count them. */
		tokenless?: boolean;
	}
}

/**
 * The HTTP side: everything that is the same for all operations. In this order a request is
 * recorded, authenticated, counted against the rate limit, checked for version and permission,
 * delayed, refused or struck by a fault, checked for unknown fields, and handed to its route.
 */
export function createServer(parts: ServerParts): FastifyInstance {
	const server = fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		bodyLimit: 16 * 1024 * 1024,
		genReqId: () => randomUUID(),
		routerOptions: { maxParamLength: 1000 },
		ajv: {
			customOptions: {
				removeAdditional: false,
				coerceTypes: false,
				useDefaults: false,
				allowUnionTypes: true,
			},
		},
	});
	server.decorateRequest('call', null);
	acceptEmptyJson(server);

	server.addHook('onRequest', async (request, reply) => {
		if (request.url.startsWith(CONTROL_PREFIX)) return;
		await receive(parts, request, reply);
	});
	server.addHook('preValidation', async (request, reply) => {
		const { call } = request;
		if (!call) return;
		call.record.body = request.body;
		if (call.refusal) throw call.refusal;
		call.fault = parts.faults.take(request.method, call.record.path);
		if (call.fault) strike(call.fault, request, reply);
		if (reply.sent) return;
		refuseUnknownInput(request);
		request.body ??= {};
	});
	server.addHook('onSend', async (request, reply, payload) => {
		if (!request.call) return payload;
		parts.recorder.close(request.call.record, reply.statusCode, reply.getHeaders(), payload);
		return payload;
	});
	server.setNotFoundHandler((request) => {
		throw new IntercomError(
			404,
			'emulator_unknown_route',
			`The emulator has no ${request.method} ${request.url.split('?')[0]}`,
		);
	});
	server.setErrorHandler((error, request, reply) => {
		const refusal = toIntercomError(error, request.routeOptions.config.operation?.operation);
		void reply.code(refusal.status).headers(refusal.headers).send(refusal.body(request.id));
	});
	addControlRoutes(server, parts);
	for (const route of routes) addRoute(server, parts.workspace, route);
	return server;
}

/** The part of a request that does not depend on its route. */
async function receive(
	parts: ServerParts,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const { settings, clock } = parts.workspace;
	const { operation, tokenless } = request.routeOptions.config;
	const { method, headers } = request;
	const query = { ...(request.query as object) };
	const [path] = request.url.split('?');
	const record = parts.recorder.open({ method, path, query, headers });
	record.operation = operation?.operation;
	request.call = { record, version: settings.defaultVersion };
	if (tokenless) return;

	let budget: Record<string, string> = {};
	try {
		const rule = authenticate(headers.authorization, settings);
		budget = parts.rateLimit.take(operation?.family);
		request.call.version = readVersion(headers['intercom-version'], settings.defaultVersion);
		if (operation) authorize(rule, operation);
	} catch (error) {
		// Refused later: refusals take as long as other answers do, and their bodies are recorded.
		request.call.refusal = error;
	}
	await parts.latency.wait();
	void reply.headers({
		...budget,
		date: new Date(clock.milliseconds()).toUTCString(),
		'intercom-version': request.call.version,
		'x-request-id': request.id,
	});
}

/** Plays the faults that keep a request from being handled. */
function strike(fault: Fault, request: FastifyRequest, reply: FastifyReply): void {
	switch (fault.kind) {
		case 'status':
			void reply
				.code(fault.status ?? 500)
				.headers(fault.headers ?? {})
				.send(fault.body ?? SERVER_ERROR.body(request.id));
			break;
		case 'html':
			void reply
				.code(fault.status ?? 502)
				.type('text/html')
				.send(GATEWAY_PAGE);
			break;
		case 'emptyBody':
			void reply.code(200).send();
			break;
		case 'reset':
			reply.hijack();
			request.raw.socket.resetAndDestroy();
			break;
		case 'timeout':
			reply.hijack();
			break;
		case 'resetAfter':
			break;
	}
}

const SERVER_ERROR = new IntercomError(500, 'server_error', 'Internal server error');

const GATEWAY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body></body></html>';

function addRoute(server: FastifyInstance, workspace: Workspace, route: Route): void {
	const [method, path] = route.operation.split(' ');
	server.route({
		method,
		url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
		config: { operation: route },
		...(route.body ? { schema: { body: route.body } } : {}),
		handler: (request, reply) => {
			const result = route.handle({
				...workspace,
				path: request.url.split('?')[0],
				params: request.params as Record<string, string>,
				query: request.query as Record<string, string>,
				body: request.body as object,
				version: request.call?.version ?? workspace.settings.defaultVersion,
			});
			if (request.call?.fault?.kind === 'resetAfter') {
				reply.hijack();
				request.raw.socket.resetAndDestroy();
				return;
			}
			const answer = result instanceof Answer ? result : new Answer(200, result);
			void reply.code(answer.status).headers(answer.headers).send(answer.body);
		},
	});
}

/** Lets a client say `application/json` and send nothing, as many do on DELETE and POST. */
function acceptEmptyJson(server: FastifyInstance): void {
	server.addContentTypeParser(
		'application/json',
		{ parseAs: 'string' },
		(_request, body: string, done) => {
			if (body === '') return done(null, undefined);
			try {
				done(null, JSON.parse(body));
			} catch {
				done(new IntercomError(400, 'bad_request', 'The request body is not valid JSON'));
			}
		},
	);
}
