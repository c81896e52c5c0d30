import { IntercomError } from '../errors';
import { route, type Route, type RouteRequest } from '../route';

/** Sender addresses, read only: one for each brand (2.16, Emails). The scope is inferred. */
export const emailRoutes: Route[] = [
	route({
		operation: 'GET /emails',
		scope: 'read_emails',
		handle: ({ state }) => ({ type: 'list', data: addresses(state) }),
	}),
	route({
		operation: 'GET /emails/{id}',
		scope: 'read_emails',
		handle: ({ state, params }) => {
			const address = addresses(state).find(({ id }) => id === params.id);
			if (address === undefined) throw new IntercomError(404, 'not_found', 'Email not found');
			return address;
		},
	}),
];

/** The addresses in the shape of 2.16 `email_setting`. */
function addresses({ brands }: RouteRequest['state']) {
	return [...brands.values()].map((brand, index) => ({
		type: 'email_setting',
		id: String(index + 1),
		email: `support-${index + 1}@example.com`,
		verified: true,
		domain: 'example.com',
		brand_id: brand.id,
		forwarding_enabled: index === 0,
		forwarded_email_last_received_at: null,
		created_at: brand.created_at,
		updated_at: brand.updated_at,
	}));
}
