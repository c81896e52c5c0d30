import type { Segment } from '../records';

/**
 * A segment in the shape of 2.16 `segment`.
 * @param count members, when they were asked for
 */
export function presentSegment(segment: Segment, count?: number): object {
	const { depends_on_tag_id: _, ...fields } = segment;
	return { type: 'segment', ...fields, ...(count === undefined ? {} : { count }) };
}
