import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
	type NodeParameterValueType,
} from 'n8n-workflow';

/** Where a value stands in a node's parameters: names, and numbers for rows. */
export type Path = ReadonlyArray<string | number>;

/** A parameter that shows in a panel, and what it holds. */
export interface ShownParameter {
	path: Path;
	property: INodeProperties;
	value: unknown;
}

type Container = Record<string | number, unknown>;

function valueAt(container: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(inner, key) => (inner as Container | undefined)?.[key] as unknown,
		container,
	);
}

/** A copy with another value at a path. */
function changed(container: unknown, [key, ...rest]: Path, value: unknown): unknown {
	if (key === undefined) return value;
	if (Array.isArray(container)) {
		const rows = [...(container as unknown[])];
		rows[Number(key)] = changed(rows[Number(key)], rest, value);
		return rows;
	}
	const inner = (container ?? {}) as Container;
	return { ...inner, [key]: changed(inner[key], rest, value) };
}

/** The choices of a drop-down; undefined for other parameters and for lists that are loaded. */
export function choicesOf({
	type,
	options = [],
	typeOptions,
}: INodeProperties): unknown[] | undefined {
	if (type !== 'options' && type !== 'multiOptions') return undefined;
	if (typeOptions?.loadOptionsMethod !== undefined) return undefined;
	return (options as INodePropertyOptions[]).map(({ value }) => value);
}

/**
 * The panel of a node, without a browser: it keeps parameters as the editor of n8n 1.123 and 2.40
 * does. Immutable.
 */
export class Panel {
	private constructor(
		private readonly description: INodeTypeDescription,
		private readonly properties: INodeProperties[],
		readonly parameters: INodeParameters,
	) {}

	/** Opens the panel of a node in which only these parameters were chosen. */
	static open(description: INodeTypeDescription, given: INodeParameters = {}): Panel {
		const belongs = ({ displayOptions }: INodeProperties) =>
			Object.entries(given).every(([name, value]) => {
				const shown = displayOptions?.show?.[name];
				return shown === undefined || shown.includes(value as string);
			});
		// Only what can show: resolving all of a node's parameters each time would take minutes.
		const properties = description.properties.filter(belongs);
		return new Panel(description, properties, {}).filled(given);
	}

	/** Changes one value, as if typed or chosen. */
	change(path: Path, value: unknown): Panel {
		const kept = NodeHelpers.getNodeParameters(
			this.properties,
			this.parameters,
			false,
			false,
			this.node(),
			this.description,
		);
		return this.filled(changed(kept, path, value) as INodeParameters);
	}

	/**
	 * Presses the button that adds a row. The editor fills it with the default of each of its
	 * parameters, so of several with one name the last one counts.
	 *
	 * @returns the panel and where the new row stands
	 */
	add(path: Path, group: INodePropertyCollection, isList: boolean): { panel: Panel; row: Path } {
		const row = Object.fromEntries(
			group.values.map((property) => [
				property.name,
				property.type === 'fixedCollection' ? {} : property.default,
			]),
		);
		const place = [...path, group.name];
		if (!isList) return { panel: this.change(place, row), row: place };
		const rows = (valueAt(this.parameters, place) ?? []) as unknown[];
		return { panel: this.change(place, [...rows, row]), row: [...place, rows.length] };
	}

	/** What shows: the parameters of the node, or of one row or collection in it. */
	shown(place: Path = []): ShownParameter[] {
		const row = valueAt(this.parameters, place) as INodeParameters;
		const { properties, isCollection } = this.propertiesAt(place);
		return properties
			.filter(({ name }) => !isCollection || name in row)
			.filter((property) =>
				NodeHelpers.displayParameter(row, property, this.node(), this.description, this.parameters),
			)
			.map((property) => ({
				path: [...place, property.name],
				property,
				value: row[property.name],
			}));
	}

	/** Tells apart rows and collections in which other parameters can stand or show. */
	shapeOf(place: Path): string {
		const shown = this.shown(place).map(({ property }) => `${property.name} ${property.type}`);
		return JSON.stringify([this.propertiesAt(place).properties, shown]);
	}

	/** The drop-downs that n8n marks red because they hold none of their choices, with what they hold. */
	unsupported(place: Path = []): string[] {
		return this.shown(place).flatMap(({ path, property, value }) => {
			const choices = choicesOf(property);
			if (choices === undefined) return [];
			const held = property.type === 'multiOptions' ? (value as unknown[]) : [value];
			return held
				.filter((single) => !choices.includes(single))
				.map((single) => `${path.join('.')}: ${JSON.stringify(single)}`);
		});
	}

	/** What n8n finds wrong with the parameters, by their names. */
	issues(): string[] {
		const found = NodeHelpers.getNodeParametersIssues(
			this.properties,
			this.node(),
			this.description,
		);
		return Object.values(found?.parameters ?? {}).flat();
	}

	private filled(parameters: INodeParameters): Panel {
		const all = NodeHelpers.getNodeParameters(
			this.properties,
			parameters,
			true,
			false,
			this.node(),
			this.description,
		);
		return new Panel(this.description, this.properties, all ?? {});
	}

	private node(): INode {
		const { name, version, defaults } = this.description;
		return {
			id: name,
			name: String(defaults.name),
			type: name,
			typeVersion: Array.isArray(version) ? (version.at(-1) ?? 1) : version,
			position: [0, 0],
			parameters: this.parameters as Record<string, NodeParameterValueType>,
		};
	}

	/** The parameters that can stand at a place; in a collection only those show that were added. */
	private propertiesAt(place: Path): { properties: INodeProperties[]; isCollection: boolean } {
		let properties = this.properties;
		let isCollection = false;
		let options: INodeProperties['options'] = [];
		for (const key of place) {
			if (typeof key === 'number') continue;
			const group = options.find((option) => option.name === key && 'values' in option);
			if (group !== undefined && 'values' in group) {
				properties = group.values;
				isCollection = false;
				options = [];
				continue;
			}
			const property = properties.find(({ name }) => name === key);
			options = property?.options ?? [];
			if (property?.type !== 'collection') continue;
			properties = options as INodeProperties[];
			isCollection = true;
		}
		return { properties, isCollection };
	}
}
