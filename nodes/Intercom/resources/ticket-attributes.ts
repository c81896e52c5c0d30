import type { IDataObject } from 'n8n-workflow';

import { pathSegment } from '../client/identifier';
import { isEmpty } from '../engine/data';
import type { Completion, OperationContext, Parameter } from '../engine/operation';
import { attributesOf } from '../ticket-form/attributes';
import { attributeValues } from '../ticket-form/values';

/** What the mapper holds, as n8n stores it. A field that nobody touched is null there. */
function mappedValues(mapper: unknown): Record<string, unknown> {
	const { value, schema } = (mapper ?? {}) as {
		value?: Record<string, unknown> | null;
		schema?: Array<{ id: string; removed?: boolean }>;
	};
	const removed = new Set((schema ?? []).filter((column) => column.removed).map(({ id }) => id));
	const filled = Object.entries(value ?? {}).filter(
		([name, field]) => !(isEmpty(field) || field === null || removed.has(name)),
	);
	return Object.fromEntries(filled);
}

/**
 * The parameters for the attributes of a ticket: a form made from the live ticket type, or JSON. They
 * need a `ticketTypeId` among the parameters; `ticketAttributes` sends their values.
 *
 * @param ticket whether the ticket is made with these attributes, or exists and changes some
 */
export function ticketAttributeParameters(ticket: 'new' | 'existing'): Parameter[] {
	return [
		{
			displayName: 'Ticket Attributes',
			name: 'attributesInput',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'JSON', value: 'json' },
				{ name: 'Map Each Attribute', value: 'mapping' },
			],
			default: 'mapping',
			description: 'How to give the attributes of the ticket',
			wire: { to: 'none' },
		},
		{
			displayName: 'Attributes',
			name: 'attributes',
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			displayOptions: { show: { attributesInput: ['mapping'] } },
			typeOptions: {
				loadOptionsDependsOn: ['ticketTypeId.value'],
				resourceMapper: {
					resourceMapperMethod:
						ticket === 'new' ? 'getTicketAttributes' : 'getTicketAttributesToChange',
					mode: 'add',
					fieldWords: { singular: 'attribute', plural: 'attributes' },
					// n8n sets each yes/no field it shows to false, which would change an existing ticket.
					addAllFields: ticket === 'new',
					multiKeyMatch: false,
					supportAutoMap: false,
				},
			},
			wire: { to: 'none', as: mappedValues },
		},
		{
			displayName: 'Attributes',
			name: 'attributesJson',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. {"_default_title_": "Printer is broken", "Priority": "High"}',
			displayOptions: { show: { attributesInput: ['json'] } },
			description:
				'The attributes by name, each value in the data type of its attribute: choices of a list by label or ID, files as a list of URLs, null to clear',
			wire: { to: 'none', shape: 'object' },
		},
	];
}

async function askFor({ client, memory }: OperationContext, path: string): Promise<IDataObject> {
	const asked = memory.get(path) ?? client.send({ method: 'GET', path, repeatable: true });
	memory.set(path, asked);
	return await (asked as Promise<IDataObject>);
}

/** The ticket type that the user chose, asked for once per execution; else the one the ticket has. */
async function typeOf(context: OperationContext): Promise<IDataObject> {
	const { client, values } = context;
	const chosen = pathSegment(String(values.ticketTypeId ?? ''));
	if (chosen !== undefined) return await askFor(context, `/ticket_types/${chosen}`);
	const path = `/tickets/${pathSegment(String(values.ticketId ?? '')) ?? '-'}`;
	const ticket = await client.send({ method: 'GET', path, repeatable: true });
	return (ticket.ticket_type ?? {}) as IDataObject;
}

/**
 * A step that sends what the user filled into `ticketAttributeParameters`, converted by the data
 * types that the ticket type has at the moment.
 *
 * @param name the field of the body
 */
export function ticketAttributes(name = 'ticket_attributes'): Completion {
	return async (context) => {
		const given = { ...(context.values.attributes ?? context.values.attributesJson ?? {}) };
		if (Object.keys(given).length === 0) return {};
		const type = await typeOf(context);
		const typeName = String(type.name ?? type.id);
		return { [name]: attributeValues(given, attributesOf(type), typeName, context.timezone) };
	};
}
