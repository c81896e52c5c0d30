import { InputError } from '../../engine/input-error';
import type { Operation } from '../../engine/operation';
import {
	additionalFields,
	checkEmailVerified,
	contactSummary,
	customAttributes,
	email,
	externalId,
	role,
} from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Create a new user or lead',
	request: 'POST /contacts',
	parameters: [role, email, additionalFields(externalId), ...customAttributes],
	simplify: contactSummary,
	record: (_values, body) => {
		const identity = body.external_id ?? body.email;
		return identity === undefined ? undefined : `/contacts ${String(identity)}`;
	},
	check: (_values, body) => {
		checkEmailVerified(body);
		if (body.role === 'user' && !body.email && !body.external_id)
			throw new InputError(
				"'Email' is empty",
				'A user needs an email or an external ID. Fill in one of them, or choose the role Lead.',
			);
	},
} satisfies Operation;
