import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parse } from 'yaml';

import { applyDeviations } from './deviations/deviation';
import { deviations } from './deviations';
import type { Schema } from './schema';

/** One example of a body in the description. */
export interface Example {
	value?: unknown;
}

/** A body's schema and examples. */
export interface MediaType {
	schema?: Schema;
	example?: unknown;
	examples?: Record<string, Example>;
}

/** A path, query or header parameter. */
export interface DescribedParameter {
	name: string;
	in: 'path' | 'query' | 'header';
	required?: boolean;
	/** Whether the members of a list or an object are written one by one; false for `a,b`. */
	explode?: boolean;
	schema?: Schema;
}

/** What the description says about one method and path. */
export interface DescribedOperation {
	summary: string;
	tags?: string[];
	parameters?: DescribedParameter[];
	requestBody?: { required?: boolean; content: Record<string, MediaType> };
	responses: Record<string, { description: string; content?: Record<string, MediaType> }>;
}

/** The parts of Intercom's OpenAPI 3.0 description that the contract tests read. */
export interface Description {
	info: { version: string };
	paths: Record<string, Record<string, unknown>>;
	components: { schemas: Record<string, Schema> };
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Tells a person without the description how to get one. */
export const howToGetDescription =
	"Skipped: no description of Intercom's API. Get descriptions/2.16/api.intercom.io.yaml from " +
	'https://github.com/intercom/Intercom-OpenAPI and put its path into INTERCOM_OPENAPI.';

/** The path of the description: `INTERCOM_OPENAPI`, or the copy beside the repository; undefined when neither is there. */
export function findDescription(): string | undefined {
	const named = process.env.INTERCOM_OPENAPI;
	if (named) {
		if (!existsSync(named))
			throw new Error(`INTERCOM_OPENAPI names ${named}, which does not exist`);
		return named;
	}
	const beside = resolve(__dirname, '../../../shared/openapi/intercom-2.16.yaml');
	return existsSync(beside) ? beside : undefined;
}

/** Reads the description as Intercom published it. */
export function readDescription(path: string): Description {
	return parse(readFileSync(path, 'utf8')) as Description;
}

/** Reads the description and mends its known mistakes; undefined when there is none to read. */
export function loadDescription(): Description | undefined {
	const path = findDescription();
	if (path === undefined) return undefined;
	return applyDeviations(readDescription(path), deviations);
}

/** Lists all operations in the description's order, named `METHOD /path`. */
export function listOperations(description: Description): Array<[string, DescribedOperation]> {
	return Object.entries(description.paths).flatMap(([path, item]) =>
		methods
			.filter((method) => method in item)
			.map((method): [string, DescribedOperation] => {
				const operation = item[method] as DescribedOperation;
				const shared = (item.parameters ?? []) as DescribedParameter[];
				const parameters = [...shared, ...(operation.parameters ?? [])];
				return [`${method.toUpperCase()} ${path}`, { ...operation, parameters }];
			}),
	);
}
