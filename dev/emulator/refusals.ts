import type { FastifyRequest } from 'fastify';
import { IntercomError } from './errors';

/** What ajv says about one value (fastify hands its findings on). */
interface Finding {
	keyword: string;
	instancePath: string;
	message?: string;
	params: Record<string, unknown>;
}

/**
 * Refuses what the operation does not know: a query parameter that is not declared, and a body
 * where none belongs. Intercom is more lenient; the emulator is loud, so that a mistake in a client
 * shows. Codes that start with `emulator_` mark such refusals.
 * @throws IntercomError 400
 */
export function refuseUnknownInput(request: FastifyRequest): void {
	const { operation } = request.routeOptions.config;
	if (!operation) return;
	for (const [name, value] of Object.entries(request.query ?? {})) {
		if (!operation.query?.includes(name)) {
			throw new IntercomError(
				400,
				'emulator_unknown_query_parameter',
				`${operation.operation} has no query parameter '${name}'`,
				{ field: name },
			);
		}
		if (typeof value !== 'string') {
			throw new IntercomError(
				400,
				'emulator_repeated_query_parameter',
				`The query parameter '${name}' was sent more than once`,
				{ field: name },
			);
		}
	}
	if (!operation.body && hasBody(request)) {
		throw new IntercomError(
			400,
			'emulator_unexpected_body',
			`${operation.operation} takes no request body`,
		);
	}
}

/** fastify does not parse the body of a GET, so its length has to tell. An empty object is fine. */
function hasBody({ body, headers }: FastifyRequest): boolean {
	if (body === undefined || body === null) {
		return Number(headers['content-length'] ?? 0) > 0;
	}
	return typeof body !== 'object' || Object.keys(body).length > 0;
}

/** Turns whatever a hook, the body parser, the validation or a handler threw into an answer. */
export function toIntercomError(error: unknown, operation = 'the request'): IntercomError {
	if (error instanceof IntercomError) return error;
	if (isValidationError(error)) return fromFinding(error.validation[0], operation);
	if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
		return new IntercomError(error.statusCode, 'bad_request', error.message);
	}
	const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return new IntercomError(500, 'emulator_failure', reason);
}

function fromFinding(finding: Finding, operation: string): IntercomError {
	const path = finding.instancePath.slice(1).replaceAll('/', '.');
	const missing = finding.params.missingProperty ?? finding.params.additionalProperty;
	const field = [path, missing].filter((part) => part).join('.');
	if (finding.keyword === 'additionalProperties') {
		return new IntercomError(
			400,
			'emulator_unknown_body_field',
			`${operation} has no body field '${field}'`,
			{ field },
		);
	}
	if (finding.keyword === 'required') {
		return new IntercomError(400, 'parameter_not_found', `${field} is required`, { field });
	}
	return new IntercomError(400, 'parameter_invalid', `${field || 'body'} ${finding.message}`, {
		field: field || undefined,
	});
}

function isValidationError(error: unknown): error is { validation: Finding[] } {
	return error instanceof Error && 'validation' in error && Array.isArray(error.validation);
}
