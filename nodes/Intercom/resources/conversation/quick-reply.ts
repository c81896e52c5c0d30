import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../engine/input-error';
import type { Parameter } from '../../engine/operation';

function toUuid(value: unknown): string {
	const uuid = String(value).trim();
	if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) return uuid;
	throw new InputError(
		`'UUID' is not a UUID: ${JSON.stringify(uuid)}`,
		'A UUID looks like a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb.',
	);
}

/**
 * What a quick reply consists of (2.16 `quick_reply_option`).
 *
 * @param text what its text is for
 * @param uuid what its UUID is for
 */
export function quickReply(text: string, uuid: string): Parameter[] {
	return [
		{ displayName: 'Text', name: 'text', type: 'string', default: '', description: text },
		{
			displayName: 'UUID',
			name: 'uuid',
			type: 'string',
			default: '',
			placeholder: 'e.g. a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb',
			description: uuid,
			wire: { as: toUuid },
		},
	];
}

/** The quick replies that a fixed collection of `quickReply` holds. */
export function quickRepliesIn(rows: unknown): IDataObject[] {
	return Array.isArray(rows) ? (rows as IDataObject[]) : [];
}

/** Whether a text says nothing. */
export function isBlank(text: unknown): boolean {
	return typeof text !== 'string' || text.trim() === '';
}
