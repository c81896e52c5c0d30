import { bodyOf, text } from '../../body-schema';
import { changeContact, targetContact } from '../../contacts';
import { resourceNotFound } from '../../errors';
import { presentAppliedTag } from '../../present/tag';
import type { AppliedTag } from '../../records';
import { route, type Route, type Workspace } from '../../route';

/** Tags of a contact (2.16 lines 7778-8023). */
export const contactTagRoutes: Route[] = [
	route({
		operation: 'GET /contacts/{contact_id}/tags',
		scope: 'read_tags',
		handle(request) {
			const { tags } = targetContact(request);
			return {
				type: 'list',
				data: tags.flatMap((tag) => presentAppliedTag(request.state, tag)),
			};
		},
	}),
	route<{ id: string }>({
		operation: 'POST /contacts/{contact_id}/tags',
		scope: 'write_tags',
		body: bodyOf({ id: text }, ['id']),
		handle(request) {
			const { state, body } = request;
			const contact = targetContact(request);
			if (!state.tags.has(body.id)) throw resourceNotFound();
			const known = contact.tags.find((tag) => tag.id === body.id);
			if (known) return presentAppliedTag(state, known)[0];
			const applied = applyTag(request, body.id);
			changeContact(request, contact, { tags: [...contact.tags, applied] });
			return presentAppliedTag(state, applied)[0];
		},
	}),
	route({
		operation: 'DELETE /contacts/{contact_id}/tags/{tag_id}',
		scope: 'write_tags',
		handle(request) {
			const contact = targetContact(request);
			const applied = contact.tags.find((tag) => tag.id === request.params.tag_id);
			if (!applied) throw resourceNotFound();
			changeContact(request, contact, { tags: contact.tags.filter((tag) => tag !== applied) });
			return presentAppliedTag(request.state, applied)[0];
		},
	}),
];

/** A tag put on a record now, by the token's admin. */
export function applyTag({ state, clock }: Workspace, id: string): AppliedTag {
	const [admin] = state.admins.keys();
	return { id, applied_at: clock.seconds(), applied_by: { type: 'admin', id: admin } };
}
