import { bodyOf, flag, listOf, text } from '../body-schema';
import { changeContact } from '../contacts';
import { IntercomError, parameterInvalid, resourceNotFound } from '../errors';
import { presentTag } from '../present/tag';
import type { Company, Tag } from '../records';
import { Answer, route, type Route, type RouteRequest } from '../route';
import { applyTag } from './contacts/tags';

/**
 * Body of `POST /tags`, which does five things (2.16 line 18207): create, rename (with `id`), tag
 * or untag companies, tag users.
 */
interface TagBody {
	name: string;
	id?: string;
	companies?: Array<{ id?: string; company_id?: string; untag?: boolean }>;
	users?: Array<{ id: string }>;
}

/** The workspace's tags (2.16 lines 18155-18421). */
export const tagRoutes: Route[] = [
	route({
		operation: 'GET /tags',
		scope: 'read_tags',
		handle({ state }) {
			return { type: 'list', data: [...state.tags.values()].map(presentTag) };
		},
	}),
	route<TagBody>({
		operation: 'POST /tags',
		scope: 'write_tags',
		body: bodyOf(
			{
				name: text,
				id: text,
				companies: listOf(bodyOf({ id: text, company_id: text, untag: flag })),
				users: listOf(bodyOf({ id: text }, ['id'])),
			},
			['name'],
		),
		handle(request) {
			const { companies = [], users = [] } = request.body;
			const tag = writeTag(request);
			return {
				...presentTag(tag),
				users: users.flatMap(({ id }) => tagUser(request, tag, id)),
				companies: companies.flatMap((company) => tagCompany(request, tag, company)),
			};
		},
	}),
	route({
		operation: 'GET /tags/{tag_id}',
		scope: 'read_tags',
		handle: (request) => presentTag(targetTag(request)),
	}),
	route({
		operation: 'DELETE /tags/{tag_id}',
		scope: 'write_tags',
		handle(request) {
			const { state } = request;
			const { id } = targetTag(request);
			const dependents = state.segments.find('tag', id).map(({ name }) => name);
			if (dependents.length > 0) {
				throw new IntercomError(
					400,
					'tag_has_dependent_objects',
					`Unable to delete Tag with dependent objects. Segments: ${dependents.join(', ')}.`,
				);
			}
			for (const contact of state.contacts.find('tag', id)) {
				changeContact(request, contact, { tags: contact.tags.filter((tag) => tag.id !== id) });
			}
			for (const company of state.companies.find('tag', id)) setTag(request, company, id, false);
			state.tags.delete(id);
			return new Answer(200);
		},
	}),
];

function targetTag({ state, params }: RouteRequest): Tag {
	const tag = state.tags.get(params.tag_id);
	if (!tag) throw resourceNotFound();
	return tag;
}

/** The tag of that name, whatever its case, or a new one; with an id, that tag renamed. */
function writeTag({ state, body }: RouteRequest<TagBody>): Tag {
	const { id, name } = body;
	if (name.trim() === '') throw parameterInvalid('invalid tag parameters');
	if (id !== undefined && !state.tags.has(id)) throw resourceNotFound();
	const [known] = id === undefined ? state.tags.find('name', name.toLowerCase()) : [];
	if (known) return known;
	const tag = { id: id ?? state.identifiers.nextNumber('tag'), name };
	state.tags.set(tag.id, tag);
	return tag;
}

/** Users that do not exist are skipped (from 2.16 on; intercom-api.md §1.4). */
function tagUser(request: RouteRequest, tag: Tag, id: string): object[] {
	const contact = request.state.contacts.get(id);
	if (contact?.status !== 'active') return [];
	if (!contact.tags.some((applied) => applied.id === tag.id)) {
		changeContact(request, contact, { tags: [...contact.tags, applyTag(request, tag.id)] });
	}
	return [{ id, tagged: true }];
}

/** Companies that do not exist are skipped, too. */
function tagCompany(
	request: RouteRequest,
	tag: Tag,
	given: { id?: string; company_id?: string; untag?: boolean },
): object[] {
	const { state } = request;
	const company = given.id
		? state.companies.get(given.id)
		: state.companies.find('companyId', given.company_id ?? '')[0];
	if (!company) return [];
	const tagged = !given.untag;
	setTag(request, company, tag.id, tagged);
	return [{ id: company.id, tagged }];
}

function setTag({ state }: RouteRequest, company: Company, tagId: string, tagged: boolean): void {
	const others = company.tag_ids.filter((id) => id !== tagId);
	state.companies.set(company.id, { ...company, tag_ids: tagged ? [...others, tagId] : others });
}
