import Ajv from 'ajv/dist/2019';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import findMyWay from 'find-my-way';
import type { HTTPMethod } from 'find-my-way';

import { listOperations } from './description';
import type { DescribedOperation, DescribedParameter, Description, MediaType } from './description';
import { toDefinitions, toStrictSchema } from './schema';
import type { Schema } from './schema';

/** A request as it went over the wire. */
export interface SentRequest {
	method: string;
	/** The path as sent, percent-encoded, without the query. */
	path: string;
	/** Values by name: text, or a list of texts where a name occurs several times. */
	query?: object;
	/** By lower-case name. */
	headers?: Record<string, unknown>;
	/** Parsed JSON; undefined when none was sent. */
	body?: unknown;
}

/** An answer as it came over the wire. */
export interface ReceivedResponse {
	status: number;
	/** Parsed JSON; undefined when there was none. */
	body?: unknown;
}

/** One disagreement between an exchange and the description. */
export interface Violation {
	/** The description's name of the operation; for an unknown route the method and path that were sent. */
	operation: string;
	part:
		'route' | 'path' | 'query' | 'header' | 'request body' | 'response status' | 'response body';
	/** A JSON pointer to the offending value within the part. */
	pointer: string;
	message: string;
}

type Place = Pick<Violation, 'operation' | 'part'>;

interface Route {
	name: string;
	operation: DescribedOperation;
	params: Record<string, string | undefined>;
}

/** Judges requests and answers by Intercom's description. */
export class Contract {
	/** The names of all operations, e.g. `PUT /contacts/{contact_id}`. */
	readonly operations: string[];

	private readonly router = findMyWay({ maxParamLength: 1000 });

	private readonly bodies = newAjv(false);

	/** Values in URLs are text, so this one reads numbers and booleans from text. */
	private readonly texts = newAjv(true);

	private readonly validators = new Map<string, ValidateFunction>();

	constructor(private readonly description: Description) {
		const operations = listOperations(description);
		this.operations = operations.map(([name]) => name);
		for (const [name, operation] of operations) {
			const [method, path] = name.split(' ');
			const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
			this.router.on(method as HTTPMethod, pattern, () => {}, { name, operation });
		}
		const definitions = toDefinitions(description.components.schemas);
		this.bodies.addSchema(definitions);
		this.texts.addSchema(definitions);
	}

	/** The description's name for the operation that a request goes to; undefined for an unknown route. */
	operationOf(request: Pick<SentRequest, 'method' | 'path'>): string | undefined {
		return this.route(request)?.name;
	}

	/** Checks method, path, query, version header and body of a request. */
	checkRequest(request: SentRequest): Violation[] {
		const route = this.route(request);
		if (route === undefined) {
			const operation = `${request.method} ${request.path}`;
			return [{ operation, part: 'route', pointer: '', message: 'is no operation of the API' }];
		}
		return [
			...this.checkParameters(route, 'path', route.params),
			...this.checkParameters(route, 'query', request.query ?? {}),
			...this.checkVersion(route, request.headers ?? {}),
			...this.checkRequestBody(route, request.body),
		];
	}

	/**
	 * Checks status and body of an answer. Errors that the description leaves out for an operation (409, 429 …)
	 * must look like its general error; answers of broken servers and proxies (5xx) may look like anything.
	 */
	checkResponse(
		request: Pick<SentRequest, 'method' | 'path'>,
		response: ReceivedResponse,
	): Violation[] {
		const route = this.route(request);
		const described = route?.operation.responses[response.status];
		if (route === undefined || described === undefined) {
			const operation = route?.name ?? `${request.method} ${request.path}`;
			if (response.status >= 500) return [];
			if (response.status >= 400) {
				const error = { $ref: '#/components/schemas/error' };
				return this.checkValue({ operation, part: 'response body' }, 'error', error, response.body);
			}
			const message = `${response.status} is not described`;
			return [{ operation, part: 'response status', pointer: '', message }];
		}
		const schema = jsonOf(described.content)?.schema;
		if (schema === undefined) return [];
		const place = { operation: route.name, part: 'response body' as const };
		return this.checkValue(place, `${route.name} ${response.status}`, schema, response.body);
	}

	private route({ method, path }: Pick<SentRequest, 'method' | 'path'>): Route | undefined {
		const found = this.router.find(method as HTTPMethod, path);
		if (found === null) return undefined;
		const { name, operation } = found.store as Pick<Route, 'name' | 'operation'>;
		return { name, operation, params: found.params };
	}

	private checkParameters(
		{ name, operation }: Route,
		part: 'path' | 'query',
		values: object,
	): Violation[] {
		const described = (operation.parameters ?? []).filter((parameter) => parameter.in === part);
		const validate = this.validator(`${name} ${part}`, this.texts, () => ({
			type: 'object',
			properties: Object.fromEntries(
				described.map((parameter) => [parameter.name, this.strict(parameter.schema ?? {})]),
			),
			required: described.filter(({ required }) => required).map((parameter) => parameter.name),
			additionalProperties: false,
		}));
		return violations({ operation: name, part }, validate, parameterValues(described, values));
	}

	private checkVersion({ name, operation }: Route, headers: Record<string, unknown>): Violation[] {
		const described = operation.parameters?.find(
			(parameter) => parameter.name === 'Intercom-Version',
		);
		const version = headers['intercom-version'];
		if (described?.schema === undefined || version === undefined) return [];
		const place = { operation: name, part: 'header' as const };
		return this.checkValue(place, 'version', described.schema, version);
	}

	private checkRequestBody({ name, operation }: Route, body: unknown): Violation[] {
		const place = { operation: name, part: 'request body' as const };
		const schema = jsonOf(operation.requestBody?.content)?.schema;
		if (body === undefined) {
			const missing = schema !== undefined && operation.requestBody?.required === true;
			return missing ? [{ ...place, pointer: '', message: 'is missing' }] : [];
		}
		if (schema === undefined) return [{ ...place, pointer: '', message: 'must not be sent' }];
		return this.checkValue(place, `${name} request`, schema, body);
	}

	/** @param key names the compiled schema, to use it again */
	private checkValue(place: Place, key: string, schema: Schema, value: unknown): Violation[] {
		const validate = this.validator(key, this.bodies, () => this.strict(schema));
		return violations(place, validate, value ?? null);
	}

	private validator(key: string, ajv: Ajv, schema: () => Schema): ValidateFunction {
		const known = this.validators.get(key);
		if (known !== undefined) return known;
		const compiled = ajv.compile(schema());
		this.validators.set(key, compiled);
		return compiled;
	}

	private strict(schema: Schema): Schema {
		return toStrictSchema(schema, this.description.components.schemas);
	}
}

/**
 * The values of parameters as the description sees them: a list that is written `a,b` (`explode: false`) as a list,
 * an object whose members are written side by side (`explode: true`) as an object. Always a copy, because reading
 * numbers from text changes what is checked.
 */
function parameterValues(described: DescribedParameter[], values: object): Schema {
	const read: Schema = { ...values };
	for (const { name, explode, schema = {} } of described) {
		const value = read[name];
		if (explode === false && schema.type === 'array' && typeof value === 'string') {
			read[name] = value.split(',');
		}
		if (explode !== true || schema.type !== 'object') continue;
		const members = memberNames(schema).filter((member) => member in read);
		if (members.length === 0) continue;
		read[name] = Object.fromEntries(members.map((member) => [member, read[member]]));
		for (const member of members) delete read[member];
	}
	return read;
}

/** The fields that an object has in any of its forms. */
function memberNames({ properties = {}, oneOf = [] }: Schema): string[] {
	const forms = (oneOf as Schema[]).flatMap(memberNames);
	return [...Object.keys(properties as Schema), ...forms];
}

function newAjv(coerceTypes: boolean): Ajv {
	const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false, coerceTypes });
	addFormats(ajv);
	return ajv;
}

function jsonOf(content: Record<string, MediaType> | undefined): MediaType | undefined {
	return content?.['application/json'];
}

function violations(place: Place, validate: ValidateFunction, value: unknown): Violation[] {
	if (validate(value)) return [];
	const found = telling(validate.errors ?? []).map((error) => ({
		...place,
		pointer: error.instancePath,
		message: describeError(error),
	}));
	return [...new Map(found.map((violation) => [formatViolation(violation), violation])).values()];
}

/**
 * Leaves out what only follows from other errors: the null that a choice offers beside the real schema, a
 * choice of which every branch failed, and fields that seem unknown because their own branch failed.
 */
function telling(errors: ErrorObject[]): ErrorObject[] {
	const meant = errors.filter(
		({ keyword, params }) => keyword !== 'type' || params.type !== 'null',
	);
	const causes = meant.filter(({ keyword }) => keyword !== 'anyOf');
	const precise = causes.filter(
		(error) =>
			error.keyword !== 'unevaluatedProperties' ||
			!causes.some((other) => isOtherCauseWithin(other, error)),
	);
	return [precise, causes, meant, errors].find((list) => list.length > 0) ?? [];
}

function isOtherCauseWithin(other: ErrorObject, error: ErrorObject): boolean {
	if (other.keyword !== 'unevaluatedProperties') {
		return `${other.instancePath}/`.startsWith(`${error.instancePath}/`);
	}
	return other.instancePath.startsWith(`${error.instancePath}/`);
}

function describeError({ keyword, message, params }: ErrorObject): string {
	if (keyword === 'unevaluatedProperties') return `has no field ${params.unevaluatedProperty}`;
	if (keyword === 'additionalProperties') return `has no field ${params.additionalProperty}`;
	if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`;
	return message ?? keyword;
}

/** One line for a person: operation, part, place and what is wrong there. */
export function formatViolation({ operation, part, pointer, message }: Violation): string {
	return `${operation}: ${part}${pointer ? ` ${pointer}` : ''} ${message}`;
}
