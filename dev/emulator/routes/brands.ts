import { IntercomError } from '../errors';
import { target } from '../knowledge/wording';
import { route, type Route } from '../route';
import type { Brand } from '../setup/records';

/** Brands, read only (2.16, Brands). The scope is inferred. */
export const brandRoutes: Route[] = [
	route({
		operation: 'GET /brands',
		scope: 'read_brands',
		handle: ({ state }) => ({ type: 'list', data: [...state.brands.values()].map(present) }),
	}),
	route({
		operation: 'GET /brands/{id}',
		scope: 'read_brands',
		handle: ({ state, params }) => {
			const missing = new IntercomError(404, 'not_found', 'Brand not found');
			return present(target(state.brands, params.id, missing));
		},
	}),
];

/** A brand in the shape of 2.16 `brand`. */
function present(brand: Brand): object {
	return { type: 'brand', ...brand };
}
