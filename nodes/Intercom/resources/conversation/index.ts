import type { Resource } from '../../engine/operation';
import { addContact } from './addContact';
import { addNote } from './addNote';
import { addTag } from './addTag';
import { assign } from './assign';
import { close } from './close';
import { convertToTicket } from './convertToTicket';
import { create } from './create';
import { deleteConversation } from './delete';
import { downloadAttachments } from './downloadAttachments';
import { get } from './get';
import { getAll } from './getAll';
import { getDeleted } from './getDeleted';
import { getHandlingEvents } from './getHandlingEvents';
import { getLinkedTickets } from './getLinkedTickets';
import { getSideConversations } from './getSideConversations';
import { getTranscript } from './getTranscript';
import { merge } from './merge';
import { open } from './open';
import { redact } from './redact';
import { removeContact } from './removeContact';
import { removeTag } from './removeTag';
import { reply } from './reply';
import { search } from './search';
import { sendQuickReply } from './sendQuickReply';
import { snooze } from './snooze';
import { update } from './update';

/** What contacts and teammates write to each other. */
export const conversation: Resource = {
	name: 'Conversation',
	value: 'conversation',
	operations: [
		addContact,
		addNote,
		addTag,
		assign,
		close,
		convertToTicket,
		create,
		deleteConversation,
		downloadAttachments,
		get,
		getDeleted,
		getHandlingEvents,
		getLinkedTickets,
		getAll,
		getSideConversations,
		getTranscript,
		merge,
		open,
		redact,
		removeContact,
		removeTag,
		reply,
		search,
		sendQuickReply,
		snooze,
		update,
	],
};
