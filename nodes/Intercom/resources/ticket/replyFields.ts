import type { Parameter } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { attachmentFields, attachmentUrls } from '../attachments';

/** The text of a reply or note. */
export function message(displayName: string, description: string): Parameter {
	return {
		displayName,
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		description,
	};
}

const createdAt: Parameter = {
	displayName: 'Created At',
	name: 'createdAt',
	type: 'dateTime',
	default: '',
	description: 'When it was written, for replies brought in from elsewhere',
};

/** Optional fields of whatever is written to a ticket. */
export function replyOptions(...more: Parameter[]): Parameter {
	const options = [attachmentFields, attachmentUrls, createdAt, ...more];
	return additionalFieldsOf(...options.sort((a, b) => a.displayName.localeCompare(b.displayName)));
}
