import type { JsonShape } from '../engine/json';
import type { Parameter } from '../engine/operation';

/**
 * The parameters for custom attributes of a kind of record: mapped one by one with their types, or
 * as JSON.
 *
 * @param resourceMapperMethod the method of `methods/resourceMapping` that lists the attributes
 * @param shape what JSON may hold; only conversations have attributes with lists
 */
export function customAttributeParameters(
	resourceMapperMethod: string,
	shape: JsonShape = 'flatObject',
): Parameter[] {
	return [
		{
			displayName: 'Custom Attributes',
			name: 'customAttributesInput',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'JSON', value: 'json' },
				{ name: 'Map Each Attribute', value: 'mapping' },
			],
			default: 'mapping',
			description: 'How to give the custom attributes',
			wire: { to: 'none' },
		},
		{
			displayName: 'Attributes',
			name: 'customAttributes',
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			displayOptions: { show: { customAttributesInput: ['mapping'] } },
			typeOptions: {
				resourceMapper: {
					resourceMapperMethod,
					mode: 'add',
					fieldWords: { singular: 'attribute', plural: 'attributes' },
					addAllFields: false,
					multiKeyMatch: false,
					supportAutoMap: false,
				},
			},
		},
		{
			displayName: 'Attributes',
			name: 'customAttributesJson',
			type: 'json',
			default: '{}',
			displayOptions: { show: { customAttributesInput: ['json'] } },
			description:
				'The custom attributes by name. A value of null clears an attribute; dates are Unix seconds.',
			wire: { name: 'custom_attributes', shape },
		},
	];
}
