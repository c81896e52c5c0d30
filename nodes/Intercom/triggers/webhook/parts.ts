import type { IDataObject } from 'n8n-workflow';

import { membersOf } from './json';

function time({ created_at: created }: IDataObject): number {
	return Number(created ?? 0) || 0;
}

/** The parts that a conversation or ticket carries, newest first; of the same second, the later in the list. */
export function partsOf(record: IDataObject): IDataObject[] {
	return ['conversation_parts', 'ticket_parts']
		.flatMap((name) => membersOf(record[name], name) ?? [])
		.reverse()
		.sort((one, other) => time(other) - time(one));
}
