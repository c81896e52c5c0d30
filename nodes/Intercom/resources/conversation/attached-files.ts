import type { IDataObject } from 'n8n-workflow';

import { FileTooLargeError, type DownloadedFile } from '../../client/download';
import type { OperationContext } from '../../engine/operation';
import { attachmentsOf, partsOf, sourceOf, type Attachment } from '../../transcript/entries';
import { sizeInWords } from '../../transcript/layout';
import { speakerOf } from '../../transcript/speaker';

/** A file in a conversation. */
export interface AttachedFile {
	attachment: Attachment;
	/** What the output tells about it. */
	facts: IDataObject;
}

/** A file with its content, or the reason why it has none. */
export type FetchedFile = { facts: IDataObject } & (DownloadedFile | { reason: string });

/** How much may be downloaded, and from where. */
export interface FileLimits {
	/** In bytes. */
	perFile: number;
	/** In bytes. */
	inAll: number;
	/** Whether addresses in private networks are fetched too. */
	allowPrivateAddresses: boolean;
}

/**
 * All files of a conversation, oldest first.
 *
 * @param withNotes whether files of internal notes count
 */
export function filesOf(conversation: IDataObject, withNotes: boolean): AttachedFile[] {
	const source = sourceOf(conversation);
	const opening =
		source === undefined ? [] : [{ ...source, id: null, created_at: conversation.created_at }];
	const parts = partsOf(conversation).filter(
		({ part_type: type }) => withNotes || !String(type).startsWith('note'),
	);
	return [...opening, ...parts].flatMap((part: IDataObject) =>
		attachmentsOf(part).map((attachment) => ({
			attachment,
			facts: {
				name: attachment.name,
				content_type: attachment.contentType ?? null,
				size: attachment.size ?? null,
				part_id: part.id ?? null,
				created_at: part.created_at ?? null,
				role: speakerOf(part.author).role,
			},
		})),
	);
}

async function fetchFile(
	{ url, name, contentType: mimeType, size = 0 }: Attachment,
	maxBytes: number,
	allowPrivateAddresses: boolean,
	{ binary }: OperationContext,
): Promise<DownloadedFile | FileTooLargeError> {
	const file = { url, name, mimeType, size };
	if (size > maxBytes) return new FileTooLargeError(file, maxBytes);
	const limits = { maxBytes, allowPrivateAddresses };
	return await binary.download(file, limits).catch((error: unknown) => {
		if (error instanceof FileTooLargeError) return error;
		throw error;
	});
}

/**
 * Downloads files one after the other. One that is too large is passed over, and the reason told.
 *
 * @throws IntercomError when a file can't be had at all
 */
export async function fetchFiles(
	files: AttachedFile[],
	{ perFile, inAll, allowPrivateAddresses }: FileLimits,
	context: OperationContext,
): Promise<FetchedFile[]> {
	const fetched: FetchedFile[] = [];
	let left = inAll;
	for (const { attachment, facts } of files) {
		const room = Math.min(left, perFile);
		const result = await fetchFile(attachment, room, allowPrivateAddresses, context);
		if (result instanceof FileTooLargeError) {
			const limit =
				left < perFile
					? `what is left of the total of ${sizeInWords(inAll)}`
					: sizeInWords(perFile);
			fetched.push({ facts, reason: `Larger than ${limit}` });
			continue;
		}
		left -= result.bytes;
		fetched.push({ facts, ...result });
	}
	return fetched;
}
