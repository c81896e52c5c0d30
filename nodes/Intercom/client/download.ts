import type { IBinaryData, IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { cancelled, systemClock, waitUnlessCancelled } from './clock';
import { connectionCode, IntercomError } from './intercom-error';
import { isPublicAddress } from './public-address';
import { pauseBeforeRetry, type Outcome } from './retry';
import { timeLimit } from './time-limit';

/** A file at an address of its own: attachments stand at signed addresses of Intercom's file store. */
export interface RemoteFile {
	/** Only http and https are followed. */
	url: string;
	/** The name to give the file. */
	name: string;
	/** The MIME type, where it is known beforehand. */
	mimeType?: string;
	/** How many bytes it is said to have, where that is known beforehand. */
	size?: number;
}

/** What a download may do. */
export interface DownloadLimits {
	/** The most bytes the file may have; it is dropped as soon as more arrive. */
	maxBytes: number;
	/** Whether addresses in private networks are fetched too. */
	allowPrivateAddresses: boolean;
	/** An origin that is always fetched from: the user's own gateway, which may serve files itself. */
	trustedOrigin?: string;
	/** Milliseconds that any file may take, beyond those its size needs. */
	patience?: number;
	/** Aborted when the execution is cancelled. */
	signal?: AbortSignal;
}

/** A file that was fetched. */
export interface DownloadedFile {
	binary: IBinaryData;
	/** How many bytes it has. */
	bytes: number;
}

/** Thrown where a file has more bytes than allowed. */
export class FileTooLargeError extends Error {
	/** @param maxBytes how many bytes were allowed */
	constructor(
		readonly file: RemoteFile,
		readonly maxBytes: number,
	) {
		super(`'${file.name}' has more than ${maxBytes} bytes`);
		this.name = 'FileTooLargeError';
	}
}

/** What downloading needs of n8n. Deliberately without a way to get at credentials. */
type DownloadContext = Pick<IExecuteFunctions, 'getNode'> & {
	helpers: Pick<IExecuteFunctions['helpers'], 'httpRequest' | 'prepareBinaryData'> &
		// n8n has it from version 2 on.
		Partial<Pick<IExecuteFunctions['helpers'], 'getSecureEgressFilter'>>;
};

type BinaryStream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer
>;

/** Milliseconds of silence after which a server is given up. */
const timeout = 60_000;

/** Milliseconds that any file may take, however small it is. */
const defaultPatience = 60_000;

/** Bytes per millisecond below which a download is given up: 100 kB a second. */
const slowest = 100;

/** How often a server may send on to another address. */
const maxRedirects = 5;

const downloadRequest = { method: 'GET', path: '', repeatable: true } as const;

type Fetched = DownloadedFile | { failed: Error } | Outcome;

/**
 * Fetches a file and streams it into n8n's binary data. The credential stays behind: signed
 * addresses carry their own permission, and the access token is for Intercom's API alone.
 *
 * A customer may have chosen the address, so each one, redirects included, must lead to the public
 * internet. What its name resolves to is checked where n8n can (from version 2 on). A file may take
 * one minute, and one second more for every 100 kB that it is said to have, or may have.
 *
 * @throws FileTooLargeError
 * @throws IntercomError when the file can't be had, or its address is not public
 * @throws CancelledError when the execution is cancelled
 */
export async function download(
	context: DownloadContext,
	file: RemoteFile,
	limits: DownloadLimits,
): Promise<DownloadedFile> {
	const { signal } = limits;
	for (let repeats = 0; ; repeats += 1) {
		const fetched = await fetchOnce(context, file, limits);
		if ('binary' in fetched) return fetched;
		if ('failed' in fetched) throw fetched.failed;
		if (signal?.aborted) throw cancelled();
		const pause = pauseBeforeRetry(downloadRequest, fetched, repeats, Math.random());
		if (pause === undefined) throw failure(context, file, fetched);
		await waitUnlessCancelled(systemClock, pause, signal);
	}
}

async function fetchOnce(
	context: DownloadContext,
	file: RemoteFile,
	limits: DownloadLimits,
): Promise<Fetched> {
	const { maxBytes, patience = defaultPatience } = limits;
	const milliseconds = Math.ceil(patience + (file.size || maxBytes) / slowest);
	const limit = timeLimit(milliseconds, limits.signal);
	const tooLarge = new FileTooLargeError(file, maxBytes);
	try {
		const answer = await follow(context, file, limits, limit.signal);
		const { statusCode, headers } = answer;
		const stream = answer.body as unknown as BinaryStream;
		if (statusCode < 200 || statusCode >= 300 || Number(headers['content-length']) > maxBytes) {
			stream.destroy();
			if (statusCode >= 200 && statusCode < 300) return { failed: tooLarge };
			return { response: { status: statusCode, headers: {}, body: undefined } };
		}
		const mimeType = file.mimeType ?? String(headers['content-type'] ?? '').split(';')[0];
		let bytes = 0;
		const bounded = stream.map((chunk: Buffer) => {
			bytes += chunk.length;
			if (bytes > maxBytes) throw tooLarge;
			return chunk;
		});
		const binary = await context.helpers.prepareBinaryData(
			bounded,
			file.name.replace(/[/\\]/g, '_'),
			mimeType === '' ? undefined : mimeType,
		);
		return { binary, bytes };
	} catch (error) {
		if (error instanceof FileTooLargeError || error instanceof IntercomError)
			return { failed: error };
		if (limit.isOver()) return { failed: tooSlow(context, file, milliseconds) };
		return { connectionCode: connectionCode(error), thrown: error };
	} finally {
		limit.release();
	}
}

/**
 * Sends the request, and again where the server sends on to another address. n8n would follow by
 * itself, but not look at where that leads.
 *
 * @throws IntercomError when an address is none, or not public, or there are too many
 */
async function follow(
	context: DownloadContext,
	file: RemoteFile,
	limits: DownloadLimits,
	abortSignal: AbortSignal,
): Promise<IN8nHttpFullResponse> {
	let address = file.url;
	for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
		const url = await allowedUrl(context, file, address, limits);
		const answer = (await context.helpers.httpRequest({
			url: url.href,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout,
			abortSignal,
		})) as IN8nHttpFullResponse;
		const { location } = answer.headers;
		const isRedirect = answer.statusCode >= 300 && answer.statusCode < 400;
		if (!isRedirect || typeof location !== 'string') return answer;
		(answer.body as unknown as BinaryStream).destroy();
		address = URL.canParse(location, url.href) ? new URL(location, url).href : location;
	}
	throw refused(context, file, 'Its server sends on to other addresses without end.');
}

/** @throws IntercomError for what is no web address, and for an address that must not be fetched */
async function allowedUrl(
	context: DownloadContext,
	file: RemoteFile,
	address: string,
	{ allowPrivateAddresses, trustedOrigin }: DownloadLimits,
): Promise<URL> {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
		throw refused(context, file, 'It has no web address.');
	if (allowPrivateAddresses || url.origin === trustedOrigin) return url;
	if (isPublicAddress(url) && (await resolvesPublicly(context, url))) return url;
	throw refused(
		context,
		file,
		`Its address leads to ${url.hostname}, which is not on the public internet. Nothing was sent there, because whoever wrote the message may have chosen the address. If you trust it, turn on 'Allow Private Addresses' in the options.`,
	);
}

/** What n8n says about what a name resolves to; true where it can't tell. */
async function resolvesPublicly({ helpers }: DownloadContext, url: URL): Promise<boolean> {
	try {
		const verdict = await helpers.getSecureEgressFilter?.('enforced').validateUrl(url);
		return verdict?.ok ?? true;
	} catch {
		// A name that can't be looked up, also because only a proxy can: the request itself will tell.
		return true;
	}
}

function tooSlow(context: DownloadContext, file: RemoteFile, milliseconds: number): IntercomError {
	const seconds = Math.ceil(milliseconds / 1000);
	return refused(
		context,
		file,
		`Its server sends it too slowly: it was not complete after ${seconds} s. Try again later.`,
	);
}

function failure(context: DownloadContext, file: RemoteFile, outcome: Outcome): IntercomError {
	if (!('response' in outcome)) {
		const code = outcome.connectionCode === '' ? '' : ` (${outcome.connectionCode})`;
		return refused(context, file, `The connection to its server broke${code}. Try again later.`);
	}
	const { status } = outcome.response;
	const expired = [401, 403, 404, 410].includes(status);
	return refused(
		context,
		file,
		expired
			? 'Its address has expired or the file was deleted. Run the node again to get a fresh address.'
			: `Its server answers with HTTP status ${status}. Try again later.`,
		status,
	);
}

function refused(
	context: DownloadContext,
	file: RemoteFile,
	description: string,
	status?: number,
): IntercomError {
	return new IntercomError(context.getNode(), {
		message: `The file '${file.name}' could not be downloaded`,
		description,
		status,
	});
}
