import { resourceNotFound } from '../errors';
import { readFlag } from '../parameters';
import { presentSegment } from '../present/segment';
import { route, type Route } from '../route';

/** Segments, read only (2.16 lines 17536-17655). */
export const segmentRoutes: Route[] = [
	route({
		operation: 'GET /segments',
		scope: 'read_users_and_companies',
		query: ['include_count'],
		handle({ state, query }) {
			const counted = readFlag(query.include_count, 'include_count');
			const count = (id: string) =>
				state.contacts.find('segment', id).filter(({ status }) => status === 'active').length;
			return {
				type: 'segment.list',
				segments: [...state.segments.values()].map((segment) =>
					presentSegment(segment, counted ? count(segment.id) : undefined),
				),
			};
		},
	}),
	route({
		operation: 'GET /segments/{segment_id}',
		scope: 'read_users_and_companies',
		handle({ state, params }) {
			const segment = state.segments.get(params.segment_id);
			if (!segment) throw resourceNotFound();
			return presentSegment(segment);
		},
	}),
];
