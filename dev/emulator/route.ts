import type { Clock } from './clock';
import type { ApiVersion, EmulatorSettings } from './settings';
import type { EmulatorState } from './state';

/** What every handler works on. */
export interface Workspace {
	state: EmulatorState;
	settings: EmulatorSettings;
	clock: Clock;
}

/** A request that passed all checks: known route, valid token, known fields of the right types. */
export interface RouteRequest<Body extends object = object> extends Workspace {
	/** Path as sent, without the query. */
	path: string;
	/** Decoded path variables by name. */
	params: Record<string, string>;
	/** Query parameters by name, as sent. */
	query: Record<string, string | undefined>;
	/** The JSON body; an empty object when none was sent. */
	body: Body;
	/** The version asked for by header, or the app's own. */
	version: ApiVersion;
}

/** A JSON Schema, as fastify hands it to ajv. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A handler's answer when a plain 200 with JSON is not enough. */
export class Answer {
	/**
	 * @param status HTTP status
	 * @param body JSON body; undefined for an empty one
	 */
	constructor(
		readonly status: number,
		readonly body?: object,
		readonly headers: Record<string, string> = {},
	) {}
}

/** One operation of Intercom's API, as the emulator plays it. */
export interface Route<Body extends object = object> {
	/** Method and path in the description's spelling, for example `GET /contacts/{contact_id}`. */
	operation: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
	/** Permission the token needs; 403 without it. Undefined for `GET /me`. */
	scope?: string;
	/** Whether the workspace needs a paid plan for it; 403 `api_plan_restricted` without. */
	paid?: boolean;
	/** Family for narrower rate limits, for example `search`. */
	family?: string;
	/** Names of the query parameters it takes; others are refused. */
	query?: readonly string[];
	/** Schema of the body it takes; without one, a body is refused. */
	body?: JsonSchema;
	/** Plays the operation. Returns the 200 body, or an {@link Answer}; throws `IntercomError`. */
	handle(request: RouteRequest<Body>): object;
}

/** Declares an operation. The body's type says what its schema lets through. */
export function route<Body extends object = object>(definition: Route<Body>): Route {
	return definition;
}
