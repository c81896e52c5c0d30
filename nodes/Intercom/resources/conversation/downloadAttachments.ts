import type { IDataObject } from 'n8n-workflow';

import type { Operation, OutputWithBinary } from '../../engine/operation';
import { conversationLocator } from '../locators';
import { fetchFiles, filesOf, type FetchedFile } from './attached-files';
import { optionsOf } from '../collections';

const megabyte = 1_000_000;

/** All files in one item: in binary fields of their own, listed by these fields. */
function oneItem(conversation: IDataObject, files: FetchedFile[]): OutputWithBinary {
	const output: OutputWithBinary = { json: { conversation_id: conversation.id }, binary: {} };
	const attachments: IDataObject[] = [];
	const skipped: IDataObject[] = [];
	for (const file of files) {
		if ('reason' in file) {
			skipped.push({ ...file.facts, reason: file.reason });
			continue;
		}
		const field = `attachment_${attachments.length}`;
		attachments.push({ field, ...file.facts, size: file.bytes });
		output.binary[field] = file.binary;
	}
	Object.assign(output.json, { attachments, skipped });
	return output;
}

/** Each file in an item of its own; one that was passed over has no binary data. */
function itemPerFile(conversation: IDataObject, files: FetchedFile[]): OutputWithBinary[] {
	return files.map((file): OutputWithBinary => {
		const facts = { conversation_id: conversation.id, ...file.facts };
		return 'reason' in file
			? { json: { ...facts, skipped: file.reason }, binary: {} }
			: { json: { ...facts, size: file.bytes }, binary: { data: file.binary } };
	});
}

export const downloadAttachments = {
	name: 'Download Attachments',
	value: 'downloadAttachments',
	action: 'Download attachments of conversation',
	description: 'Put the files that were sent in a conversation into binary data',
	request: 'GET /conversations/{conversationId}',
	parameters: [
		conversationLocator,
		{
			displayName: 'Put Files Into',
			name: 'filesInto',
			type: 'options',
			options: [
				{
					name: 'One Item',
					value: 'oneItem',
					description: 'In the binary fields attachment_0, attachment_1 and so on',
				},
				{
					name: 'One Item per File',
					value: 'itemPerFile',
					description: 'In the binary field data of each item',
				},
			],
			default: 'oneItem',
			description: 'How to return the files of a conversation',
			wire: { to: 'none' },
		},
		optionsOf(
			{
				displayName: 'Allow Private Addresses',
				name: 'allowPrivateAddresses',
				type: 'boolean',
				default: false,
				description:
					'Whether to also download files from addresses inside your own network, such as 10.0.0.5 or localhost. Whoever writes to you can choose the address of a file, so turn this on only if you trust them.',
				wire: { to: 'none' },
			},
			{
				displayName: 'Include Notes',
				name: 'includeNotes',
				type: 'boolean',
				default: true,
				description: 'Whether to include the files of internal notes',
				wire: { to: 'none' },
			},
			{
				displayName: 'Maximum File Size (MB)',
				name: 'maxFileSize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 25,
				description: 'Larger files are left out, and the output says so',
				wire: { to: 'none' },
			},
			{
				displayName: 'Maximum Total Size (MB)',
				name: 'maxTotalSize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description: 'Files of a conversation beyond this are left out, and the output says so',
				wire: { to: 'none' },
			},
		),
	],
	transform: async (conversation, context) => {
		const { includeNotes, filesInto, maxFileSize = 25, maxTotalSize = 100 } = context.values;
		const limits = {
			allowPrivateAddresses: context.values.allowPrivateAddresses === true,
			perFile: Number(maxFileSize) * megabyte,
			inAll: Number(maxTotalSize) * megabyte,
		};
		const files = await fetchFiles(filesOf(conversation, includeNotes !== false), limits, context);
		return filesInto === 'itemPerFile'
			? itemPerFile(conversation, files)
			: oneItem(conversation, files);
	},
} satisfies Operation;
