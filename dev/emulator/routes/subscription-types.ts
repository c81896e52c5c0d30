import { presentSubscriptionType } from '../present/subscription-type';
import { route, type Route } from '../route';

/** Subscription types, read only (2.16 line 17656). */
export const subscriptionTypeRoutes: Route[] = [
	route({
		operation: 'GET /subscription_types',
		scope: 'read_users_and_companies',
		handle({ state }) {
			return {
				type: 'list',
				data: [...state.subscriptionTypes.values()].map(presentSubscriptionType),
			};
		},
	}),
];
