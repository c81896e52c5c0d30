import { bodyOf, oneOfTexts, openObject, text } from '../body-schema';
import { blankContact, changeContact, generatedExternalId } from '../contacts';
import { IntercomError, parameterNotFound } from '../errors';
import { presentContact } from '../present/contact';
import type { Contact, ContactRole, Visitor } from '../records';
import { route, type Route, type RouteRequest, type Workspace } from '../route';

/** Ways to name a person. */
interface Named {
	id?: string;
	user_id?: string;
	email?: string;
}

/** Body of 2.16 `update_visitor_request`. */
interface UpdateBody extends Named {
	name?: string;
	custom_attributes?: Record<string, unknown>;
}

/** Body of 2.16 `convert_visitor_request`. */
interface ConvertBody {
	type: ContactRole;
	user: Named;
	visitor: Named;
}

const named = bodyOf({ id: text, user_id: text, email: text });

/** People who are not known yet (2.16, Visitors). */
export const visitorRoutes: Route[] = [
	route({
		operation: 'GET /visitors',
		scope: 'read_users_and_companies',
		query: ['user_id'],
		handle(request) {
			const { user_id: userId } = request.query;
			if (!userId) throw parameterNotFound('user_id is required');
			return present(request, targetVisitor(request, { user_id: userId }));
		},
	}),
	route<UpdateBody>({
		operation: 'PUT /visitors',
		scope: 'read_write_users',
		body: bodyOf({ id: text, user_id: text, name: text, custom_attributes: openObject }),
		handle(request) {
			const { state, clock, body } = request;
			const visitor = targetVisitor(request, body);
			const changed = {
				...visitor,
				name: body.name ?? visitor.name,
				custom_attributes: { ...visitor.custom_attributes, ...body.custom_attributes },
				updated_at: clock.seconds(),
			};
			state.visitors.set(visitor.id, changed);
			return present(request, changed);
		},
	}),
	route<ConvertBody>({
		operation: 'POST /visitors/convert',
		scope: 'read_write_users',
		body: bodyOf({ type: oneOfTexts('user', 'lead'), user: named, visitor: named }, [
			'type',
			'user',
			'visitor',
		]),
		handle(request) {
			const visitor = targetVisitor(request, request.body.visitor);
			const contact = converted(request, visitor);
			request.state.visitors.delete(visitor.id);
			return presentContact(request.state, contact, { version: request.version });
		},
	}),
];

function targetVisitor({ state }: Workspace, { id, user_id, email }: Named): Visitor {
	const [visitor] = [
		...(id ? [state.visitors.get(id)] : []),
		...(user_id ? state.visitors.find('userId', user_id) : []),
		...(email ? state.visitors.find('email', email) : []),
	];
	if (!visitor) throw new IntercomError(404, 'not_found', 'Visitor Not Found');
	return visitor;
}

/** The contact that exists already and takes the visitor in, or a new one (2.16 `POST /visitors/convert`). */
function converted(request: RouteRequest<ConvertBody>, visitor: Visitor): Contact {
	const { state, clock, body } = request;
	const { id, user_id, email } = body.user;
	const [known] = [
		...(id ? [state.contacts.get(id)] : []),
		...(user_id ? state.contacts.find('externalId', user_id) : []),
		...(email ? state.contacts.find('email', email) : []),
	].filter((contact) => contact?.status === 'active');
	if (known) return changeContact(request, known, {});
	const contactId = visitor.id;
	const isLead = body.type === 'lead';
	const contact: Contact = {
		...blankContact(contactId, clock.seconds()),
		role: body.type,
		name: visitor.name,
		email: email ?? visitor.email,
		external_id: user_id ?? (isLead ? generatedExternalId(contactId) : null),
		custom_attributes: visitor.custom_attributes,
	};
	state.contacts.set(contactId, contact);
	return contact;
}

/** A visitor in the shape of 2.16 `visitor`. */
function present({ state }: Workspace, visitor: Visitor): object {
	const { created_at: createdAt, email, ...fields } = visitor;
	return {
		type: 'visitor',
		...fields,
		anonymous: true,
		email: email ?? '',
		phone: null,
		avatar: { type: 'avatar', image_url: null },
		app_id: state.appId,
		companies: { type: 'company.list', companies: [] },
		location_data: {},
		last_request_at: null,
		created_at: createdAt,
		remote_created_at: createdAt,
		signed_up_at: createdAt,
		social_profiles: { type: 'social_profile.list', social_profiles: [] },
		owner_id: null,
		unsubscribed_from_emails: false,
		marked_email_as_spam: false,
		has_hard_bounced: false,
		tags: { type: 'tag.list', tags: [] },
		segments: { type: 'segment.list', segments: [] },
		referrer: null,
		utm_campaign: null,
		utm_content: null,
		utm_medium: null,
		utm_source: null,
		utm_term: null,
		do_not_track: false,
	};
}
