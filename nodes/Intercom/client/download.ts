import type { IBinaryData, IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { cancelled, systemClock, waitUnlessCancelled } from './clock';
import { connectionCode, IntercomError } from './intercom-error';
import { pauseBeforeRetry, type Outcome } from './retry';

/** A file at an address of its own: attachments stand at signed addresses of Intercom's file store. */
export interface RemoteFile {
	/** Only http and https are followed. */
	url: string;
	/** The name to give the file. */
	name: string;
	/** The MIME type, where it is known beforehand. */
	mimeType?: string;
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
	helpers: Pick<IExecuteFunctions['helpers'], 'httpRequest' | 'prepareBinaryData'>;
};

type BinaryStream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer
>;

/** Milliseconds until a server must have begun to answer. */
const timeout = 60_000;

const downloadRequest = { method: 'GET', path: '', repeatable: true } as const;

type Fetched = DownloadedFile | { tooLarge: FileTooLargeError } | Outcome;

/**
 * Fetches a file and streams it into n8n's binary data. The credential stays behind: signed
 * addresses carry their own permission, and the access token is for Intercom's API alone.
 *
 * @param maxBytes the most bytes the file may have; it is dropped as soon as more arrive
 * @throws FileTooLargeError
 * @throws IntercomError when the file can't be had
 * @throws CancelledError when the execution is cancelled
 */
export async function download(
	context: DownloadContext,
	file: RemoteFile,
	maxBytes: number,
	signal?: AbortSignal,
): Promise<DownloadedFile> {
	if (!/^https?:\/\//i.test(file.url)) throw refused(context, file, 'It has no web address.');
	for (let repeats = 0; ; repeats += 1) {
		const fetched = await fetchOnce(context, file, maxBytes, signal);
		if ('binary' in fetched) return fetched;
		if ('tooLarge' in fetched) throw fetched.tooLarge;
		if (signal?.aborted) throw cancelled();
		const pause = pauseBeforeRetry(downloadRequest, fetched, repeats, Math.random());
		if (pause === undefined) throw failure(context, file, fetched);
		await waitUnlessCancelled(systemClock, pause, signal);
	}
}

async function fetchOnce(
	context: DownloadContext,
	file: RemoteFile,
	maxBytes: number,
	signal?: AbortSignal,
): Promise<Fetched> {
	const tooLarge = new FileTooLargeError(file, maxBytes);
	try {
		const { statusCode, headers, body } = (await context.helpers.httpRequest({
			url: file.url,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout,
			abortSignal: signal,
		})) as IN8nHttpFullResponse;
		const stream = body as unknown as BinaryStream;
		if (statusCode < 200 || statusCode >= 300 || Number(headers['content-length']) > maxBytes) {
			stream.destroy();
			if (statusCode >= 200 && statusCode < 300) return { tooLarge };
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
		return error === tooLarge
			? { tooLarge }
			: { connectionCode: connectionCode(error), thrown: error };
	}
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
