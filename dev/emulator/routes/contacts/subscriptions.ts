import { bodyOf, oneOfTexts, text } from '../../body-schema';
import { changeContact, targetContact } from '../../contacts';
import { resourceNotFound } from '../../errors';
import { presentSubscriptionType } from '../../present/subscription-type';
import type { SubscriptionChoice, SubscriptionType } from '../../records';
import { route, type Route, type RouteRequest } from '../../route';

/**
 * Subscription choices of a contact (2.16 lines 7473-7777). Only explicit choices are kept; being
 * attached to an opt-out type means being opted out of it.
 */
export const contactSubscriptionRoutes: Route[] = [
	route({
		operation: 'GET /contacts/{contact_id}/subscriptions',
		scope: 'read_users_and_companies',
		handle(request) {
			const types = targetContact(request).subscriptions.flatMap(
				({ id }) => request.state.subscriptionTypes.get(id) ?? [],
			);
			return { type: 'list', data: types.map(presentSubscriptionType) };
		},
	}),
	route<SubscriptionChoice>({
		operation: 'POST /contacts/{contact_id}/subscriptions',
		scope: 'read_write_users',
		body: bodyOf({ id: text, consent_type: oneOfTexts('opt_in', 'opt_out') }, [
			'id',
			'consent_type',
		]),
		handle(request) {
			const contact = targetContact(request);
			const type = knownType(request, request.body.id);
			const others = contact.subscriptions.filter(({ id }) => id !== type.id);
			changeContact(request, contact, { subscriptions: [...others, request.body] });
			return presentSubscriptionType(type);
		},
	}),
	route({
		operation: 'DELETE /contacts/{contact_id}/subscriptions/{subscription_id}',
		scope: 'read_write_users',
		handle(request) {
			const contact = targetContact(request);
			const type = knownType(request, request.params.subscription_id);
			if (!contact.subscriptions.some(({ id }) => id === type.id)) throw resourceNotFound();
			changeContact(request, contact, {
				subscriptions: contact.subscriptions.filter(({ id }) => id !== type.id),
			});
			return presentSubscriptionType(type);
		},
	}),
];

function knownType({ state }: RouteRequest, id: string): SubscriptionType {
	const type = state.subscriptionTypes.get(id);
	if (!type) throw resourceNotFound();
	return type;
}
