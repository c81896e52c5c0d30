import { IntercomError } from '../errors';
import { Answer, route, type Route } from '../route';

/** A group of contacts that Fin answers differently (2.16 `audience`). Times in Unix seconds. */
export interface Audience {
	id: string;
	name: string;
	predicates: object[];
	role_predicates: object[];
	created_at: number;
	updated_at: number;
}

const missing = () => new IntercomError(404, 'not_found', 'Audience not found');

/** Audiences, to read and delete (2.16, Audiences). The scope is inferred. */
export const audienceRoutes: Route[] = [
	route({
		operation: 'GET /audiences',
		scope: 'read_content',
		query: ['page', 'per_page'],
		handle: ({ state, query }) => {
			const size = Number(query.per_page ?? 50);
			const page = Number(query.page ?? 1);
			const all = [...state.audiences.values()].map(present);
			return {
				type: 'list',
				data: all.slice((page - 1) * size, page * size),
				total_count: all.length,
				page,
				per_page: size,
				total_pages: Math.ceil(all.length / size),
			};
		},
	}),
	route({
		operation: 'GET /audiences/{id}',
		scope: 'read_content',
		handle: ({ state, params }) => {
			const audience = state.audiences.get(params.id);
			if (audience === undefined) throw missing();
			return present(audience);
		},
	}),
	route({
		operation: 'DELETE /audiences/{id}',
		scope: 'write_content',
		handle: ({ state, params }) => {
			if (!state.audiences.delete(params.id)) throw missing();
			return new Answer(204);
		},
	}),
];

function present(audience: Audience): object {
	return { type: 'audience', ...audience };
}
