import { isShown } from '../../nodes/Intercom/engine/endpoint';
import type {
	Operation,
	Parameter,
	ParameterGroup,
	Values,
} from '../../nodes/Intercom/engine/operation';

/** Operations for which a value by type alone makes no request, with what they want. */
const wanted: Record<string, Values> = {
	// The description's example has one record of two, and no second page.
	'contact getMergeHistory': { limit: 1 },
};

function textFor({ name, displayName }: Parameter): string {
	if (/email$/i.test(name)) return 'first@example.com';
	if (/url/i.test(displayName) || /^url$/i.test(name)) return 'https://example.com/page';
	if (name === 'path') return '/contacts/1';
	if (name === 'formula') return "state = 'open'";
	if (name === 'text') return 'open';
	if (name === 'uuid') return 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb';
	// Intercom takes HTML or Markdown.
	if (name === 'bodyMarkdown') return '';
	if (/phone/i.test(name)) return '+353871234567';
	if (name === 'locale' || name === 'locales') return 'fr';
	if (/^(contactId|id)$/.test(name)) return '6762f0d51bb69f9f2193bbb1';
	return name.startsWith('user') || name.startsWith('merge') ? '2' : '1';
}

/** A value that a careful user would fill in, as n8n stores it. */
export function ordinaryValue(parameter: Parameter): unknown {
	const several = parameter.typeOptions?.multipleValues === true;
	switch (parameter.type) {
		case 'resourceLocator':
			return { __rl: true, mode: 'id', value: textFor(parameter) };
		case 'string':
			return several ? [textFor(parameter), 'https://example.com/2'] : textFor(parameter);
		case 'number':
			return parameter.default || 1;
		case 'dateTime':
			return '2099-01-31T09:30:00';
		case 'multiOptions': {
			const [first] = (parameter.options ?? []) as Array<{ value: unknown }>;
			return [first?.value ?? '1'];
		}
		case 'options':
			return parameter.default === '' && !parameter.options?.length ? '1' : parameter.default;
		case 'fixedCollection': {
			const [group] = (parameter.options ?? []) as ParameterGroup[];
			const row = ordinaryRow(group.values);
			return { [group.name]: several ? [row] : row };
		}
		case 'collection': {
			// An update with nothing in it is refused.
			const fields = (parameter.options ?? []) as Parameter[];
			const first = fields.find(({ type }) => type === 'string') ?? fields[0];
			return parameter.name === 'updateFields' ? { [first.name]: ordinaryValue(first) } : {};
		}
		default:
			return parameter.default;
	}
}

/** A row of a fixed collection as a careful user fills it in; what is given goes before. */
export function ordinaryRow(parameters: Parameter[], given: Values = {}): Values {
	const row: Values = { ...given };
	for (const parameter of parameters)
		if (!(parameter.name in row) && isShown(parameter, row))
			row[parameter.name] = ordinaryValue(parameter);
	return row;
}

/** Ordinary values for all parameters of an operation at the top. */
export function ordinaryValues(resource: string, operation: Operation, all: Parameter[]): Values {
	const values = all
		.filter(({ type }) => type !== 'notice')
		.map((parameter) => [parameter.name, ordinaryValue(parameter)] as const);
	return { ...Object.fromEntries(values), ...wanted[`${resource} ${operation.value}`] };
}
