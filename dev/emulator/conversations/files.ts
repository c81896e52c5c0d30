import { createHmac } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { CONTROL_PREFIX } from '../control';
import { IntercomError, parameterInvalid } from '../errors';
import type { Workspace } from '../route';
import type { EmulatorState } from '../state';
import type { ConversationAttachment } from './records';

/** Files that may be sent at once (2.16 `admin_reply_conversation_request`). */
const MOST_FILES = 10;

/** How long the address of a file is good for, in seconds (assumed; Intercom does not say). */
const GOOD_FOR_SECONDS = 3600;

/** A file in a request (2.16 `conversation_attachment_files`). */
export interface FileBody {
	content_type?: string;
	name?: string;
	/** Base64. */
	data?: string;
}

/**
 * Stores the files and addresses of a request.
 * @throws IntercomError 400 for more than 10 of a kind, data that is not base64, or a wrong address
 */
export function storeAttachments(
	state: EmulatorState,
	{ attachment_files: files = [], attachment_urls: urls = [] }: AttachmentBody,
): ConversationAttachment[] {
	if (files.length > MOST_FILES) throw tooMany('attachment_files');
	if (urls.length > MOST_FILES) throw tooMany('attachment_urls');
	return [...urls.map(atAddress), ...files.map((file) => storeFile(state, file))];
}

/** The parts of a body that hold attachments. */
export interface AttachmentBody {
	attachment_files?: FileBody[];
	attachment_urls?: string[];
}

function tooMany(field: string): IntercomError {
	return parameterInvalid(`${field} can hold ${MOST_FILES} files at most`, field);
}

function atAddress(url: string): ConversationAttachment {
	if (!URL.canParse(url)) throw parameterInvalid(`${url} is not a URL`, 'attachment_urls');
	const name = new URL(url).pathname.split('/').at(-1) ?? 'file';
	return { name, content_type: 'image/png', filesize: 0, file_id: null, url };
}

/** Stores a file; also for tests that need one in a conversation. */
export function storeFile(state: EmulatorState, file: FileBody): ConversationAttachment {
	const { content_type = 'application/octet-stream', name = 'file', data = '' } = file;
	if (data === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(data)) {
		throw parameterInvalid('data must be base64', 'attachment_files');
	}
	const id = state.identifiers.nextObjectId();
	const content = Buffer.from(data, 'base64');
	state.files.set(id, { id, name, content_type, data: content });
	return { name, content_type, filesize: content.length, file_id: id, url: null };
}

/** Files are signed for as long as their address is good. */
function signature(id: string, expires: number): string {
	return createHmac('sha256', 'emulator-files').update(`${id} ${expires}`).digest('hex');
}

/** An attachment in the shape of 2.16 `part_attachment`, with an address that expires. */
export function presentAttachment(
	{ state, settings, clock }: Workspace,
	{ name, content_type, filesize, file_id: id, url }: ConversationAttachment,
): object {
	const expires = clock.seconds() + GOOD_FOR_SECONDS;
	const moved = settings.fileRedirects ? '&moved=1' : '';
	const signed = `${state.filesUrl}/${id}?expires=${expires}&signature=${signature(id ?? '', expires)}${moved}`;
	return { type: 'upload', name, content_type, filesize, url: url ?? signed };
}

interface FileQuery {
	expires?: string;
	signature?: string;
	/** Set where the address sends on to another one. */
	moved?: string;
}

/**
 * Serves the files at addresses that stand for Intercom's file store: signed, expiring, and with no
 * business to see a token, so that a client which sends one along is refused.
 */
export function addFileRoutes(
	server: FastifyInstance,
	{ state, settings, clock }: Workspace,
): void {
	server.get<{ Params: { id: string }; Querystring: FileQuery }>(
		`${CONTROL_PREFIX}files/:id`,
		({ params: { id }, query, headers, url }, reply) => {
			const refuse = (status: number, reason: string) =>
				reply.code(status).type('application/xml').send(`<Error><Code>${reason}</Code></Error>`);
			if (headers.authorization !== undefined) {
				state.leakedTokens += 1;
				return refuse(400, 'OnlyOneAuthMechanismAllowed');
			}
			const expires = Number(query.expires);
			if (query.signature !== signature(id, expires)) return refuse(403, 'SignatureDoesNotMatch');
			if (expires < clock.seconds()) return refuse(403, 'RequestExpired');
			const file = state.files.get(id);
			if (!file) return refuse(404, 'NoSuchKey');
			if (query.moved !== undefined) return reply.redirect(url.replace('&moved=1', ''));
			void reply.type(file.content_type);
			return reply.send(settings.fileLengths ? file.data : Readable.from([file.data]));
		},
	);
}
