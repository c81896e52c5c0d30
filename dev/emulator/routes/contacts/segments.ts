import { targetContact } from '../../contacts';
import { presentSegment } from '../../present/segment';
import { route, type Route } from '../../route';

/** Segments of a contact (2.16 lines 7407-7472). */
export const contactSegmentRoutes: Route[] = [
	route({
		operation: 'GET /contacts/{contact_id}/segments',
		scope: 'read_users_and_companies',
		handle(request) {
			const segments = targetContact(request).segment_ids.flatMap(
				(id) => request.state.segments.get(id) ?? [],
			);
			return { type: 'list', data: segments.map((segment) => presentSegment(segment)) };
		},
	}),
];
