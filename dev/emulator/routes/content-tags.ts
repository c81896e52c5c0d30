import { bodyOf, text, textOrNull } from '../body-schema';
import type { Collection } from '../collection';
import { IntercomError } from '../errors';
import { target } from '../knowledge/wording';
import { presentAppliedTag, presentTag } from '../present/tag';
import type { AppliedTag } from '../records';
import { route, type Route } from '../route';
import type { EmulatorState } from '../state';
import { applyTag } from './contacts/tags';

/** A kind of knowledge that tags can be put on. */
interface Tagged<T> {
	/** Path of one record, with one variable. */
	path: string;
	scope: string;
	/** Code and message of its 404. */
	missing: readonly [code: string, message: string];
	records: (state: EmulatorState) => Collection<T>;
}

/** Putting tags on knowledge and taking them off (2.16 lines 2764, 2869 and the like). */
export function contentTagRoutes<T extends { tags: readonly AppliedTag[] }>({
	path,
	scope,
	missing: [code, message],
	records,
}: Tagged<T>): Route[] {
	const recordOf = (state: EmulatorState, params: Record<string, string>): [string, T] => {
		const { id: _tag, ...record } = params;
		const [id] = Object.values(record);
		return [id, target(records(state), id, new IntercomError(404, code, message))];
	};
	return [
		route<{ id: string; admin_id?: string | null }>({
			operation: `POST ${path}/tags` as Route['operation'],
			scope,
			body: bodyOf({ id: text, admin_id: textOrNull }, ['id']),
			handle(request) {
				const { state, params, body } = request;
				const [id, record] = recordOf(state, params);
				target(state.tags, body.id, new IntercomError(404, 'tag_not_found', 'Tag not found'));
				const known = record.tags.find((tag) => tag.id === body.id);
				const applied = known ?? applyTag(request, body.id);
				if (body.admin_id && !known) applied.applied_by.id = body.admin_id;
				if (!known) records(state).set(id, { ...record, tags: [...record.tags, applied] });
				return presentAppliedTag(state, applied)[0];
			},
		}),
		route({
			operation: `DELETE ${path}/tags/{id}` as Route['operation'],
			scope,
			handle({ state, params }) {
				const [id, record] = recordOf(state, params);
				const tag = state.tags.get(params.id);
				if (!tag || !record.tags.some((applied) => applied.id === tag.id)) {
					throw new IntercomError(404, 'tag_not_found', 'Tag not found');
				}
				const tags = record.tags.filter((applied) => applied.id !== tag.id);
				records(state).set(id, { ...record, tags });
				return { ...presentTag(tag), applied_at: null, applied_by: null };
			},
		}),
	];
}
