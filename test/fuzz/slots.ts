import { parametersOf } from '../../nodes/Intercom/engine/properties';
import { isShown } from '../../nodes/Intercom/engine/endpoint';
import type {
	Operation,
	Parameter,
	ParameterGroup,
	Values,
} from '../../nodes/Intercom/engine/operation';
import { resources } from '../../nodes/Intercom/resources';
import { ordinaryRow, ordinaryValues } from './ordinary-values';

/** One place of the node that takes a value: a parameter, at the top or inside another. */
export interface Slot {
	resource: string;
	operation: Operation;
	/** The parameters from the top one to the one that takes the value. */
	chain: Parameter[];
	/** In words, e.g. `contact create additionalFields.phone`. */
	title: string;
	/** The operation's parameters, as n8n stores them, with a value in this place. */
	filledWith(value: unknown): Values;
}

type Wrap = (value: unknown) => unknown;

interface Place {
	chain: Parameter[];
	wrap: Wrap;
	suffix?: string;
}

const asIs: Wrap = (value) => value;

/** A list where the user can add several, as n8n stores it. */
function listed(parameter: Parameter, row: unknown): unknown {
	return parameter.typeOptions?.multipleValues === true ? [row] : row;
}

function* placesOf(parameter: Parameter): Generator<Place> {
	const own = { chain: [parameter] };
	yield { ...own, wrap: asIs };
	if (parameter.type === 'resourceLocator')
		for (const { name: mode } of parameter.modes ?? [])
			yield { ...own, wrap: (value) => ({ __rl: true, mode, value }), suffix: `(${mode})` };
	if (parameter.type === 'resourceMapper')
		for (const type of ['string', 'number', 'boolean', 'dateTime', 'options'])
			yield {
				...own,
				wrap: (value) => ({
					mappingMode: 'defineBelow',
					value: { name: value },
					schema: [{ id: 'name', displayName: parameter.displayName, type }],
				}),
				suffix: `(${type})`,
			};
	if (parameter.type === 'collection')
		for (const child of (parameter.options ?? []) as Parameter[])
			for (const place of placesOf(child))
				yield {
					...place,
					chain: [parameter, ...place.chain],
					wrap: (value) => ({ [child.name]: place.wrap(value) }),
				};
	if (parameter.type === 'fixedCollection')
		for (const group of (parameter.options ?? []) as ParameterGroup[])
			for (const child of group.values)
				for (const place of placesOf(child))
					yield {
						...place,
						chain: [parameter, ...place.chain],
						wrap: (value) => ({
							[group.name]: listed(
								parameter,
								ordinaryRow(group.values, {
									...choicesThatShow(child, group.values),
									[child.name]: place.wrap(value),
								}),
							),
						}),
						suffix: `${group.name}.${place.suffix ?? ''}`,
					};
}

/** Values for the parameters on which it depends whether one is shown. */
function choicesThatShow(parameter: Parameter, all: Parameter[]): Values {
	const { show = {}, hide = {} } = parameter.displayOptions ?? {};
	const values: Values = {};
	for (const [name, allowed] of Object.entries(show)) {
		const [choice] = allowed as unknown[];
		const plainName = name.replace(/^\//, '');
		const deciding = all.find((candidate) => candidate.name === plainName);
		Object.assign(values, deciding && choicesThatShow(deciding, all), { [plainName]: choice });
	}
	for (const [name, refused] of Object.entries(hide)) {
		const plainName = name.replace(/^\//, '');
		const deciding = all.find((candidate) => candidate.name === plainName);
		const options = (deciding?.options ?? []) as Array<{ value: unknown }>;
		const other = options.find(({ value }) => !(refused as unknown[]).includes(value));
		if (other !== undefined && !(plainName in values)) values[plainName] = other.value;
	}
	return values;
}

/** Only what n8n keeps: the parameters that show, given the values of the others. */
export function shownOnly(operation: Operation, values: Values): Values {
	const kept: Values = {};
	for (const parameter of parametersOf(operation)) {
		if (parameter.type === 'notice' || !isShown(parameter, kept)) continue;
		if (parameter.name in values) kept[parameter.name] = values[parameter.name];
	}
	return kept;
}

/** Ordinary values for what an operation shows, as n8n stores them. */
export function ordinaryParameters(resource: string, operation: Operation): Values {
	return shownOnly(operation, ordinaryValues(resource, operation, parametersOf(operation)));
}

/** Every place of every operation that takes a value. */
export function allSlots(): Slot[] {
	return resources.flatMap(({ value: resource, operations }) =>
		(operations as Operation[]).flatMap((operation) => {
			const all = parametersOf(operation);
			return all
				.filter(({ type }) => type !== 'notice')
				.flatMap((top) =>
					[...placesOf(top)].map(({ chain, wrap, suffix = '' }): Slot => {
						const names = chain.map(({ name }) => name).join('.');
						return {
							resource,
							operation,
							chain,
							title: `${resource} ${operation.value} ${names} ${suffix}`.trim(),
							filledWith: (value) =>
								shownOnly(operation, {
									...ordinaryValues(resource, operation, all),
									...Object.assign(
										{},
										...chain.map((parameter) => choicesThatShow(parameter, all)),
									),
									[top.name]: wrap(value),
								}),
						};
					}),
				);
		}),
	);
}
