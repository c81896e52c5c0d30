import { bodyOf, flag, listOf, oneOfTexts, text } from '../../body-schema';
import {
	CONVERSATION_DATA_TYPES,
	type ConversationAttribute,
	type ConversationAttributeOption,
	type ConversationDataType,
} from '../../conversations/records';
import { generatedExternalId } from '../../contacts';
import { IntercomError } from '../../errors';
import { readFlag } from '../../parameters';
import { route, type Route, type RouteRequest } from '../../route';

/** Fields of an attribute that can be written. */
interface AttributeBody {
	name?: string;
	description?: string;
	data_type?: string;
	required?: boolean;
	visible_to_team_ids?: string[];
	multiline?: boolean;
	options?: Array<{ label: string }>;
	reference?: { type: 'many' | 'one'; object_type_id?: string };
}

const commonFields = {
	name: text,
	description: text,
	required: flag,
	visible_to_team_ids: listOf(text),
	multiline: flag,
	reference: bodyOf({ type: oneOfTexts('many', 'one'), object_type_id: text }, ['type']),
};

function invalid(message: string): IntercomError {
	return new IntercomError(422, 'parameter_invalid', message);
}

function notFound(message: string): IntercomError {
	return new IntercomError(404, 'conversation_attribute_not_found', message);
}

/** The attributes of conversations and their options (2.16 lines 13615-14250). */
export const conversationAttributeRoutes: Route[] = [
	route({
		operation: 'GET /conversations/attributes',
		scope: 'read_conversations',
		query: ['include_archived'],
		handle({ state, query }) {
			const withArchived = readFlag(query.include_archived, 'include_archived');
			const all = [...state.conversationAttributes.values()];
			return {
				type: 'list',
				data: all.filter(({ archived }) => withArchived || !archived).map(present),
			};
		},
	}),
	route<AttributeBody>({
		operation: 'POST /conversations/attributes',
		scope: 'write_conversations',
		body: bodyOf({
			...commonFields,
			data_type: text,
			options: listOf(bodyOf({ label: text }, ['label'])),
		}),
		handle: (request) => present(create(request)),
	}),
	route({
		operation: 'GET /conversations/attributes/{id}',
		scope: 'read_conversations',
		handle: (request) => present(target(request)),
	}),
	route<Omit<AttributeBody, 'data_type' | 'options'>>({
		operation: 'PUT /conversations/attributes/{id}',
		scope: 'write_conversations',
		body: bodyOf(commonFields),
		handle(request) {
			const attribute = target(request);
			refuseForeignFields(request.body, attribute.data_type);
			return present(change(request, attribute, request.body));
		},
	}),
	route({
		operation: 'DELETE /conversations/attributes/{id}',
		scope: 'write_conversations',
		handle: (request) => present(change(request, target(request), { archived: true })),
	}),
	route<{ label?: string }>({
		operation: 'POST /conversations/attributes/{id}/options',
		scope: 'write_conversations',
		body: bodyOf({ label: text }),
		handle(request) {
			const { attribute, options } = targetList(request);
			const added = newOption(request, readLabel(request));
			return present(change(request, attribute, { options: [...options, added] }));
		},
	}),
	route<{ label?: string }>({
		operation: 'PUT /conversations/attributes/{id}/options/{option_id}',
		scope: 'write_conversations',
		body: bodyOf({ label: text }),
		handle(request) {
			const { attribute, options, option } = targetOption(request);
			const label = readLabel(request);
			const renamed = options.map((other) => (other === option ? { ...option, label } : other));
			return present(change(request, attribute, { options: renamed }));
		},
	}),
	route({
		operation: 'DELETE /conversations/attributes/{id}/options/{option_id}',
		scope: 'write_conversations',
		handle(request) {
			const { attribute, options, option } = targetOption(request);
			const active = options.filter((other) => other !== option && !other.archived);
			if (active.length < 2) {
				throw invalid('A list attribute must have at least 2 active options');
			}
			const left = options.map((other) =>
				other === option ? { ...option, archived: true } : other,
			);
			return present(change(request, attribute, { options: left }));
		},
	}),
];

/** An attribute in the shape of 2.16 `conversation_attribute`. */
function present(attribute: ConversationAttribute): object {
	return { type: 'conversation_attribute', ...attribute };
}

function target({ state, params }: RouteRequest): ConversationAttribute {
	const attribute = state.conversationAttributes.get(params.id);
	if (!attribute) throw notFound('Conversation attribute not found');
	return attribute;
}

function targetList(request: RouteRequest): {
	attribute: ConversationAttribute;
	options: readonly ConversationAttributeOption[];
} {
	const attribute = target(request);
	if (attribute.data_type !== 'list')
		throw invalid('Options can only be managed on list attributes');
	return { attribute, options: attribute.options ?? [] };
}

function targetOption(request: RouteRequest) {
	const { attribute, options } = targetList(request);
	const option = options.find(({ id }) => id === request.params.option_id);
	if (!option) throw notFound('List option not found');
	return { attribute, options, option };
}

function readLabel({ body }: RouteRequest<{ label?: string }>): string {
	if (body.label === undefined || body.label.trim() === '') throw invalid('label is required');
	return body.label;
}

function newOption({ state }: RouteRequest, label: string): ConversationAttributeOption {
	const id = generatedExternalId(state.identifiers.nextObjectId());
	return { id, label, archived: false };
}

function create(request: RouteRequest<AttributeBody>): ConversationAttribute {
	const { state, clock, body } = request;
	const type = CONVERSATION_DATA_TYPES.find((known) => known === body.data_type);
	if (!type) {
		throw invalid(
			`data_type '${body.data_type}' is not valid. Allowed types: ${CONVERSATION_DATA_TYPES.join(', ')}`,
		);
	}
	if (!body.name) throw invalid('name is required');
	refuseForeignFields(body, type);
	const [admin] = state.admins.keys();
	const attribute: ConversationAttribute = {
		id: Number(state.identifiers.nextNumber('conversationAttribute')),
		name: body.name,
		description: body.description ?? '',
		data_type: type,
		required: body.required ?? false,
		visible_to_team_ids: body.visible_to_team_ids ?? [],
		archived: false,
		created_at: clock.seconds(),
		updated_at: clock.seconds(),
		admin_id: admin,
		...(type === 'string' ? { multiline: body.multiline ?? false } : {}),
		...(type === 'list'
			? { options: (body.options ?? []).map(({ label }) => newOption(request, label)) }
			: {}),
		...(type === 'relationship' && body.reference ? { reference: body.reference } : {}),
	};
	state.conversationAttributes.set(String(attribute.id), attribute);
	return attribute;
}

/** Fields that only attributes of one type have (2.16 `create_conversation_attribute_request`). */
const FIELDS_BY_TYPE = { multiline: 'string', options: 'list', reference: 'relationship' } as const;

function refuseForeignFields(body: AttributeBody, type: ConversationDataType): void {
	for (const [field, owner] of Object.entries(FIELDS_BY_TYPE)) {
		if (field in body && owner !== type) {
			throw invalid(`${field} is only for attributes of the type ${owner}`);
		}
	}
}

function change(
	{ state, clock }: RouteRequest,
	attribute: ConversationAttribute,
	changes: Partial<Omit<ConversationAttribute, 'data_type'>>,
): ConversationAttribute {
	const changed = { ...attribute, ...changes, updated_at: clock.seconds() };
	state.conversationAttributes.set(String(attribute.id), changed);
	return changed;
}
