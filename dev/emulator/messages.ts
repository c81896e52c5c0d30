import { dateContacts } from './contacts';
import { contactNotFound, IntercomError, parameterInvalid, parameterNotFound } from './errors';
import type { Contact, Message } from './records';
import type { RouteRequest } from './route';

/** A recipient in the workspace; `user_id` is the workspace's own id (2.16 line 16650). */
export interface Recipient {
	type: 'user' | 'lead';
	id?: string;
	user_id?: string;
}

/** A WhatsApp recipient (2.16 line 16631). */
interface PhoneRecipient {
	phone: string;
	name?: string;
}

/** Body of `POST /messages` (intercom-api.md §9). */
export interface MessageBody {
	message_type: string;
	from: { type: string; id: number | string };
	to: Recipient | Recipient[] | PhoneRecipient;
	cc?: Recipient | Recipient[];
	bcc?: Recipient | Recipient[];
	subject?: string | null;
	body?: string | null;
	template?: string;
	components?: Array<{ type: string; parameters?: Array<{ type: string; text?: string }> }>;
	locale?: string;
	/** Unix seconds. */
	created_at?: number;
	create_conversation_without_contact_reply?: boolean;
}

/** The stored name of each accepted type; `in_app` is what the description says in one place. */
const MESSAGE_TYPES = new Map<string, Message['message_type']>([
	['inapp', 'inapp'],
	['in_app', 'inapp'],
	['email', 'email'],
	['whatsapp', 'whatsapp'],
]);

/**
 * Sends a message: checks it and stores it.
 * @throws IntercomError 400 `parameter_invalid` without a body, 422 `parameter_not_found` without a
 *   subject, 404 for a recipient who does not exist or is too new (intercom-api.md §9)
 */
export function createMessage(request: RouteRequest<MessageBody>): Message {
	const { state, clock, body } = request;
	const type = MESSAGE_TYPES.get(body.message_type);
	if (!type) throw parameterInvalid(`Message type ${body.message_type} is invalid`, 'message_type');
	checkContent(type, body);
	const admin = state.admins.get(String(body.from.id));
	if (!admin) throw new IntercomError(404, 'admin_not_found', 'Admin not found');
	if (Array.isArray(body.to) && body.to.length === 0) throw parameterInvalid('to is empty', 'to');
	const contacts = isPhone(body.to) ? [] : recipients(request, body.to);
	recipients(request, body.cc ?? []);
	recipients(request, body.bcc ?? []);

	const opensConversation = body.create_conversation_without_contact_reply || type === 'whatsapp';
	const message: Message = {
		id: state.identifiers.nextNumber('message'),
		created_at: body.created_at ?? clock.seconds(),
		message_type: type,
		subject: body.subject ?? null,
		body: body.body ?? whatsAppText(body),
		template: body.template ?? null,
		admin_id: admin.id,
		contact_ids: contacts.map(({ id }) => id),
		conversation_id: opensConversation ? state.identifiers.nextNumber('conversation') : null,
	};
	state.messages.set(message.id, message);
	dateContacts(request, message.contact_ids, 'last_contacted_at');
	if (type === 'whatsapp') noteDelivery(request, message);
	return message;
}

function checkContent(type: Message['message_type'], body: MessageBody): void {
	if (isPhone(body.to) !== (type === 'whatsapp')) {
		throw parameterInvalid(
			type === 'whatsapp' ? 'to.phone is required' : 'to.type and to.id are required',
			'to',
		);
	}
	if (type === 'whatsapp') {
		if (!body.template) throw parameterNotFound('template is required', 'template');
		if (!body.components) throw parameterNotFound('components is required', 'components');
		return;
	}
	if (!body.body) throw parameterInvalid('Body is required');
	if (type === 'inapp') return;
	if (!body.subject) {
		throw new IntercomError(422, 'parameter_not_found', 'No subject supplied for email message');
	}
	if (body.template !== 'plain' && body.template !== 'personal') {
		throw parameterInvalid("template must be 'plain' or 'personal'", 'template');
	}
}

function recipients(request: RouteRequest, given: Recipient | Recipient[]): Contact[] {
	return [given].flat().map((recipient) => findRecipient(request, recipient));
}

/** A role that does not fit the id is refused loudly; what Intercom does is not known. */
function findRecipient(
	{ state, settings, clock }: RouteRequest,
	{ type, id, user_id }: Recipient,
): Contact {
	const contact =
		id === undefined ? state.contacts.find('externalId', user_id ?? '')[0] : state.contacts.get(id);
	if (contact?.status !== 'active') throw contactNotFound();
	const age = clock.milliseconds() - contact.created_at * 1000;
	if (age < settings.messagingLagMilliseconds) throw contactNotFound();
	if (contact.role === type) return contact;
	throw new IntercomError(
		400,
		'emulator_wrong_recipient_type',
		`Contact ${contact.id} is a ${contact.role}, not a ${type}`,
		{ field: 'to.type' },
	);
}

function isPhone(to: MessageBody['to']): to is PhoneRecipient {
	return 'phone' in to;
}

/** The texts that fill the template's gaps. */
function whatsAppText({ components = [] }: MessageBody): string {
	return components
		.flatMap(({ parameters = [] }) => parameters.flatMap(({ text }) => text ?? []))
		.join(' ');
}

/** Every WhatsApp message is delivered at once. */
function noteDelivery({ state }: RouteRequest, message: Message): void {
	const id = `wamid_${message.id}`;
	state.whatsAppDeliveries.set(id, {
		id,
		ruleset_id: null,
		conversation_id: message.conversation_id ?? '',
		status: 'delivered',
		template_name: message.template ?? '',
		created_at: message.created_at,
		updated_at: message.created_at,
		error: null,
	});
}
