import { bodyOf, flag, listOf, text } from '../body-schema';
import { customAttribute } from '../custom-attributes';
import { IntercomError, parameterInvalid } from '../errors';
import { readFlag } from '../parameters';
import type { DataAttribute, DataType } from '../records';
import { route, type Route, type RouteRequest } from '../route';

/** Types a new attribute can have, and the types they are read back as (2.16 line 28180). */
const DATA_TYPES = new Map<string, DataType>([
	['string', 'string'],
	['integer', 'integer'],
	['float', 'float'],
	['boolean', 'boolean'],
	['date', 'date'],
	['datetime', 'date'],
	['options', 'string'],
]);

/** What Intercom calls the data of a model in its messages (2.16 line 15010). */
const DATA_OF = { contact: 'people', company: 'company' } as const;

/** Body of 2.16 `update_data_attribute_request`. */
interface UpdateBody {
	archived?: boolean;
	description?: string;
	messenger_writable?: boolean;
	options?: Array<{ value: string }>;
}

/** Body of 2.16 `create_data_attribute_request`. */
interface CreateBody extends UpdateBody {
	name: string;
	model: string;
	data_type: string;
}

const options = listOf(bodyOf({ value: text }, ['value']));

/** The attributes contacts and companies can have (2.16 lines 14654-15230). */
export const dataAttributeRoutes: Route[] = [
	route({
		operation: 'GET /data_attributes',
		scope: 'read_users_and_companies',
		query: ['model', 'include_archived'],
		handle({ state, query }) {
			const model = query.model === undefined ? undefined : readModel(query.model);
			const archivedToo = readFlag(query.include_archived, 'include_archived');
			const attributes = [...state.dataAttributes.values()].filter(
				(attribute) =>
					(model === undefined || attribute.model === model) &&
					(archivedToo || !attribute.archived),
			);
			return { type: 'list', data: attributes.map(presentAttribute) };
		},
	}),
	route<CreateBody>({
		operation: 'POST /data_attributes',
		scope: 'write_data_attributes',
		body: bodyOf(
			{
				name: text,
				model: text,
				data_type: text,
				description: text,
				messenger_writable: flag,
				options,
			},
			['name', 'model', 'data_type'],
		),
		handle(request) {
			const { state, clock, body } = request;
			const model = readModel(body.model);
			const dataType = DATA_TYPES.get(body.data_type);
			if (!dataType) throw parameterInvalid("Data Type isn't an option", 'data_type');
			if (body.data_type === 'options' || body.options) refuseTooFewOptions(body.options);
			refuseName(request, body.name, model);
			const now = clock.seconds();
			const [admin] = state.admins.keys();
			const attribute = customAttribute(state.identifiers.nextNumber('dataAttribute'), {
				model,
				name: body.name,
				data_type: dataType,
				description: body.description ?? null,
				options: body.options?.map(({ value }) => value) ?? null,
				messenger_writable: body.messenger_writable ?? false,
				created_at: now,
				updated_at: now,
				admin_id: admin,
			});
			state.dataAttributes.set(attribute.id, attribute);
			return presentAttribute(attribute);
		},
	}),
	route<UpdateBody>({
		operation: 'PUT /data_attributes/{data_attribute_id}',
		scope: 'write_data_attributes',
		body: bodyOf({ archived: flag, description: text, messenger_writable: flag, options }),
		handle({ state, clock, params, body }) {
			const attribute = state.dataAttributes.get(params.data_attribute_id);
			if (!attribute?.custom) {
				throw new IntercomError(
					404,
					'field_not_found',
					"We couldn't find that data attribute to update",
				);
			}
			if (body.options) refuseTooFewOptions(body.options);
			const changed = {
				...attribute,
				...body,
				options: body.options?.map(({ value }) => value) ?? attribute.options,
				updated_at: clock.seconds(),
			};
			state.dataAttributes.set(changed.id, changed);
			return presentAttribute(changed);
		},
	}),
];

/** An attribute in the shape of 2.16 `data_attribute`; built-in ones have neither id nor dates. */
function presentAttribute(attribute: DataAttribute): object {
	const { id, description, options: values, created_at, updated_at, admin_id, ...rest } = attribute;
	return {
		type: 'data_attribute',
		...(rest.custom ? { id: Number(id), created_at, updated_at } : {}),
		...rest,
		...(description === null ? {} : { description }),
		...(values === null ? {} : { options: values }),
		...(admin_id === null ? {} : { admin_id }),
	};
}

function readModel(model: string): DataAttribute['model'] {
	if (model === 'contact' || model === 'company') return model;
	if (model === 'conversation') {
		throw new IntercomError(
			422,
			'parameter_invalid',
			'model=conversation is no longer supported. Use GET /conversations/attributes instead',
		);
	}
	throw parameterInvalid(
		'The Data Attribute model field must be either contact or company',
		'model',
	);
}

function refuseTooFewOptions(given: UpdateBody['options']): void {
	if (!given || given.length < 2) throw parameterInvalid("Options isn't an array", 'options');
}

/** Names are unique over both models (2.16 examples of line 15005). */
function refuseName({ state }: RouteRequest, name: string, model: DataAttribute['model']): void {
	if (!/^[\p{L}\p{N}\p{Sc}_\- ]+$/u.test(name)) {
		throw parameterInvalid(
			'Your name for this attribute must only contain alphanumeric characters, ' +
				'currency symbols, and hyphens',
			'name',
		);
	}
	for (const other of ['contact', 'company'] as const) {
		if (state.dataAttributes.find('name', `${other}:custom_attributes.${name}`).length > 0) {
			throw parameterInvalid(
				`You already have '${name}' in your ${DATA_OF[other]} data. ` +
					`To save this as new ${DATA_OF[model]} data, use a different name.`,
				'name',
			);
		}
	}
}
