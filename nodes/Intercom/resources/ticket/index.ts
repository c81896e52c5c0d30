import type { Resource } from '../../engine/operation';
import { addNote } from './addNote';
import { addTag } from './addTag';
import { changeType } from './changeType';
import { create } from './create';
import { createAsync } from './createAsync';
import { deleteTicket } from './delete';
import { get } from './get';
import { linkConversation } from './linkConversation';
import { removeTag } from './removeTag';
import { reply } from './reply';
import { search } from './search';
import { unlinkConversation } from './unlinkConversation';
import { update } from './update';

/** Requests of customers, work behind them, and the issues that many of them share. */
export const ticket: Resource = {
	name: 'Ticket',
	value: 'ticket',
	operations: [
		addNote,
		addTag,
		changeType,
		create,
		createAsync,
		deleteTicket,
		get,
		linkConversation,
		removeTag,
		reply,
		search,
		unlinkConversation,
		update,
	],
};
