import { bodyOf, text } from '../../body-schema';
import { blankContact, generatedExternalId } from '../../contacts';
import {
	actingAdmin,
	addPart,
	adminAuthor,
	namedContact,
	targetConversation,
	type ContactKeys,
} from '../../conversations/changes';
import { contactNotFound, IntercomError, parameterNotFound } from '../../errors';
import type { Contact } from '../../records';
import { route, type Route, type RouteRequest } from '../../route';
import { showConversation } from './records';

/** Body of 2.16 `attach_contact_to_conversation_request`. */
interface AttachBody {
	admin_id?: number | string;
	customer?: ContactKeys;
}

const admin = { type: ['string', 'integer'] } as const;

/** The contacts who take part in a conversation (2.16 lines 12665-12900). */
export const conversationParticipantRoutes: Route[] = [
	route<AttachBody>({
		operation: 'POST /conversations/{conversation_id}/customers',
		scope: 'write_conversations',
		paid: true,
		body: bodyOf({
			admin_id: admin,
			customer: bodyOf({ intercom_user_id: text, user_id: text, email: text }),
		}),
		handle(request) {
			const { admin_id: adminId, customer } = request.body;
			if (!customer) throw parameterNotFound('customer is required', 'customer');
			const author = adminAuthor(actingAdmin(request, adminId));
			const conversation = targetConversation(request);
			const contact = namedContact(request, customer) ?? newLead(request, customer.email);
			const { contact_ids: ids } = conversation;
			if (ids.includes(contact.id)) return showConversation(request, conversation);
			return showConversation(
				request,
				addPart(
					request,
					conversation,
					{ part_type: 'participant_added', author },
					{ contact_ids: [...ids, contact.id] },
				),
			);
		},
	}),
	route<{ admin_id: number | string }>({
		operation: 'DELETE /conversations/{conversation_id}/customers/{contact_id}',
		scope: 'write_conversations',
		paid: true,
		body: bodyOf({ admin_id: admin }, ['admin_id']),
		handle(request) {
			const author = adminAuthor(actingAdmin(request, request.body.admin_id));
			const conversation = targetConversation(request);
			const { contact_ids: ids } = conversation;
			const { contact_id: contactId } = request.params;
			if (!ids.includes(contactId)) throw contactNotFound();
			if (ids.length === 1) {
				throw new IntercomError(
					422,
					'parameter_invalid',
					'Removing the last customer is not allowed',
				);
			}
			return showConversation(
				request,
				addPart(
					request,
					conversation,
					{ part_type: 'participant_removed', author },
					{ contact_ids: ids.filter((id) => id !== contactId) },
				),
			);
		},
	}),
];

/** An email that nobody has makes a lead (2.16 line 12690); other keys must be known. */
function newLead({ state, clock }: RouteRequest, email: string | undefined): Contact {
	if (email === undefined) throw contactNotFound();
	const id = state.identifiers.nextObjectId();
	const lead: Contact = {
		...blankContact(id, clock.seconds()),
		role: 'lead',
		email: email.toLowerCase(),
		external_id: generatedExternalId(id),
	};
	state.contacts.set(id, lead);
	return lead;
}
