import type { Parameter } from '../../engine/operation';
import { contactIdentity } from '../contact-identity';

/** Whose events to get: by ID, external ID or email. */
export const eventOwner: Parameter[] = contactIdentity();

/** Who did something. The same, but Intercom calls its own ID plain `id` here (2.16 `create_data_event_request`). */
export const eventActor: Parameter[] = eventOwner.map((parameter) =>
	parameter.name === 'contactId' ? { ...parameter, wire: { name: 'id' } } : parameter,
);

/** What happened. */
export const eventName: Parameter = {
	displayName: 'Event Name',
	name: 'eventName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. placed-order',
	description: 'What happened, best as verb and noun in the past tense',
};
