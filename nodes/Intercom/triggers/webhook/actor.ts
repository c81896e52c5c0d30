import type { IDataObject } from 'n8n-workflow';

import type { Notification } from './notification';

/** Who caused what a notification is about. */
export interface Actor {
	/** `admin`, `bot`, `team`, `user`, `lead` or `contact`. */
	type: string;
	id: string;
}

function object(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
}

/** The newest part in a list of parts, in any of its shapes. */
function newestPart(list: unknown, key: string): IDataObject {
	const parts = Array.isArray(list) ? list : object(list)[key];
	if (!Array.isArray(parts)) return {};
	return parts
		.map(object)
		.reduce<IDataObject>(
			(newest, part) =>
				Number(part.created_at ?? 0) >= Number(newest.created_at ?? 0) ? part : newest,
			{},
		);
}

/** Whoever a record names as the one who did it, most exact first. */
function candidates({ topic, item }: Notification): unknown[] {
	const started = topic.endsWith('.created') ? [object(item.source).author] : [];
	return [
		newestPart(item.conversation_parts, 'conversation_parts').author,
		newestPart(item.ticket_parts, 'ticket_parts').author,
		object(item.conversation_part).author,
		object(item.ticket_part).author,
		object(item.tag).applied_by,
		item.performed_by,
		item.author,
		...started,
		...(item.type === 'admin' ? [item] : []),
	];
}

/** Who caused what a notification is about; undefined where it does not tell. */
export function actorOf(notification: Notification): Actor | undefined {
	if (notification.topic.includes('.operator.')) return { type: 'bot', id: '' };
	const found = candidates(notification)
		.map(object)
		.find(({ type, id }) => type ?? id);
	if (found === undefined) return undefined;
	return { type: String(found.type ?? ''), id: String(found.id ?? '') };
}
