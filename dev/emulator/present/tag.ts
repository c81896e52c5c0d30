import type { AppliedTag, Tag } from '../records';
import type { EmulatorState } from '../state';

/** A tag in the shape of 2.16 `tag_basic`. */
export function presentTag({ id, name }: Tag): object {
	return { type: 'tag', id, name };
}

/** A tag on a record in the shape of 2.16 `tag`; nothing when the tag is gone. */
export function presentAppliedTag(state: EmulatorState, applied: AppliedTag): object[] {
	const tag = state.tags.get(applied.id);
	if (!tag) return [];
	return [{ ...presentTag(tag), applied_at: applied.applied_at, applied_by: applied.applied_by }];
}
