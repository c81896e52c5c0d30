import type { IDataObject } from 'n8n-workflow';

import { listIn } from './paginate';
import type { IntercomRequest, IntercomResponse } from './request';

/** Whether a status says that the request was carried out. */
export function isSuccess({ status }: IntercomResponse): boolean {
	return status >= 200 && status < 300;
}

/** Whether a request changes nothing in Intercom: what it asks for can only be read. */
export function isRead({ method, expects }: IntercomRequest): boolean {
	return method === 'GET' || typeof expects === 'object';
}

function isObject(body: unknown): body is IDataObject {
	return typeof body === 'object' && body !== null && !Array.isArray(body);
}

/**
 * Intercom's own errors (schema `error` of its description) and those of gateways. Records may have
 * an `error`, too: the status of a message tells why it was not delivered.
 */
function isError(body: IDataObject): boolean {
	if ('type' in body) return body.type === 'error.list';
	return !('id' in body) && ('errors' in body || 'error' in body);
}

function isList({ type }: IDataObject): boolean {
	return typeof type === 'string' && /(^|\.)list$/.test(type);
}

/** Records have an ID, a type or nested fields; `{"status":"ok"}` of a gateway has none of them. */
function isRecord(body: IDataObject): boolean {
	const isNested = (value: unknown) => typeof value === 'object' && value !== null;
	return 'id' in body || 'type' in body || Object.values(body).some(isNested);
}

function objectFault(
	expects: 'record' | 'recordOrNothing' | { list: string | undefined },
	body: IDataObject,
): string | undefined {
	const isEmpty = Object.keys(body).length === 0;
	if (isEmpty) return expects === 'recordOrNothing' ? undefined : 'an empty object';
	if (isError(body)) return 'an error';
	if (typeof expects === 'object')
		return listIn(body, expects.list) === undefined ? 'an object without a list' : undefined;
	if (isList(body)) return 'a list instead of a record';
	return isRecord(body) ? undefined : 'an object without an ID, a type or any data';
}

/** What a value is that should have been an object or a list. */
function valueFault(value: unknown): string {
	if (typeof value !== 'string') return value === null ? 'null' : 'a single value';
	return /^\s{0,100}</.test(value)
		? 'a web page instead of data'
		: 'text that is not JSON, or JSON that is cut off';
}

/** The same for requests that the user writes: some endpoints give plain text, CSV or a number. */
function faultInAnything(body: unknown, contentType: string): string | undefined {
	if (isObject(body)) return body.type === 'error.list' ? 'an error' : undefined;
	const isUnparsed = typeof body === 'string' && /json|html/i.test(contentType);
	return body === null || isUnparsed ? valueFault(body) : undefined;
}

/**
 * What is wrong with a response that has a status of success: gateways, outages and broken
 * connections can put anything there. Taking it for a success would report work that was not done,
 * or end a list too early.
 *
 * @returns what the response is, to be read after "Intercom answered with"; undefined where it is
 * what the request expects
 */
export function faultIn(
	{ method, expects = 'record' }: IntercomRequest,
	{ body, headers }: IntercomResponse,
): string | undefined {
	if (body === undefined || body === '') {
		const mayBeEmpty = expects === 'anything' ? method !== 'GET' : expects === 'recordOrNothing';
		return mayBeEmpty ? undefined : 'an empty response';
	}
	if (expects === 'anything') return faultInAnything(body, headers['content-type'] ?? '');
	if (isObject(body)) return objectFault(expects, body);
	if (!Array.isArray(body)) return valueFault(body);
	return typeof expects === 'object' ? undefined : 'a list instead of a record';
}
