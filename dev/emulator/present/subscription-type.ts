import type { SubscriptionType } from '../records';

/** A subscription type in the shape of 2.16 `subscription_type`. */
export function presentSubscriptionType(subscription: SubscriptionType): object {
	const { id, state, name, description, consent_type, content_types } = subscription;
	const translation = { name, description, locale: 'en' };
	return {
		type: 'subscription',
		id,
		state,
		consent_type,
		default_translation: translation,
		translations: [translation],
		content_types,
	};
}
