import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { addressList } from '../engine/address-list';
import { InputError } from '../engine/input-error';
import type { Completion, Parameter } from '../engine/operation';

/** Intercom takes ten files and ten addresses with one message (2.16, `admin_reply_conversation_request`). */
const mostAttachments = 10;

function refuseTooMany(name: string, count: number): void {
	if (count <= mostAttachments) return;
	throw new InputError(
		`'${name}' names ${count} attachments, but Intercom takes at most ${mostAttachments}`,
		'Send the rest with a second message.',
	);
}

function isWebAddress(value: string): boolean {
	return /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : '');
}

/** Addresses as the description wants them: a list of at most ten. */
function toAddresses(value: unknown): string[] {
	const addresses = addressList(value);
	const wrong = addresses.find((address) => !isWebAddress(address));
	if (wrong !== undefined)
		throw new InputError(
			`'Attachment URLs' holds something that is not a web address: ${JSON.stringify(wrong)}`,
			'Give addresses that start with https:// and that anybody can open.',
		);
	refuseTooMany('Attachment URLs', addresses.length);
	return addresses;
}

/** Files of the input item to attach, for a collection of optional fields; goes with `attachedFiles`. */
export const attachmentFields: Parameter = {
	displayName: 'Attachment Field Names',
	name: 'attachmentFields',
	type: 'string',
	default: '',
	placeholder: 'e.g. data, attachment_0',
	description:
		'The binary fields of the input item that hold the files to attach, separated by commas; at most 10',
	wire: { to: 'none', as: 'commaList' },
};

/** Files on the web to attach, which Intercom fetches itself; for a collection of optional fields. */
export const attachmentUrls: Parameter = {
	displayName: 'Attachment URLs',
	name: 'attachmentUrls',
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add URL' },
	default: [],
	placeholder: 'e.g. https://example.com/screenshot.png',
	description: 'Addresses of images to attach, which anybody must be able to open; at most 10',
	wire: { as: toAddresses },
};

/** n8n's own error for a missing file names no parameter; other failures stay as they are. */
function withoutMissing(error: unknown): undefined {
	if (error instanceof NodeOperationError) return undefined;
	throw error;
}

/**
 * Reads the files named in `attachmentFields` and gives them as Intercom's `attachment_files`.
 *
 * @throws InputError where the parameter was added and names nothing: the message would go out
 * without its file
 */
export const attachedFiles: Completion = async ({ values, binary }) => {
	if (values.attachmentFields === '')
		throw new InputError(
			"'Attachment Field Names' is empty",
			'Name the binary fields to attach, or remove the parameter. An expression can give an empty list, [], where an item has no files.',
		);
	const fields = (values.attachmentFields ?? []) as string[];
	if (fields.length === 0) return {};
	refuseTooMany('Attachment Field Names', fields.length);
	const files: IDataObject[] = [];
	for (const field of fields) {
		const file = await binary.read(field).catch(withoutMissing);
		if (file === undefined)
			throw new InputError(
				`'Attachment Field Names' names '${field}', but the item has no such file`,
				'Use the name of a binary field of the input item, as its Binary tab shows it.',
			);
		const { data, description } = file;
		files.push({
			content_type: description.mimeType,
			name: description.fileName ?? `${field}.${description.fileExtension ?? 'bin'}`,
			data: data.toString('base64'),
		});
	}
	return { attachment_files: files };
};
