import '../../support/n8n-environment';

import { describe, expect, it } from '@jest/globals';
import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodeTypeDescription,
} from 'n8n-workflow';

import { nodeDescriptions } from './descriptions';
import { choicesOf, Panel, type Path } from './panel';

/** What the node is about, at most three choices deep: every panel that a user can open. */
const drivers = ['resource', 'operation', 'event', 'filterBy'];

/** All panels of a node without anything filled in. */
function emptyPanels(
	description: INodeTypeDescription,
	given: INodeParameters = {},
	[driver, ...others]: string[] = drivers,
): Array<[string, Panel]> {
	const panel = Panel.open(description, given);
	if (driver === undefined) return [[[description.name, ...Object.values(given)].join(' '), panel]];
	const property = panel.shown().find(({ property: { name } }) => name === driver)?.property;
	const choices = property === undefined ? undefined : choicesOf(property);
	if (choices === undefined) return emptyPanels(description, given, others);
	return choices.flatMap((choice) =>
		emptyPanels(description, { ...given, [driver]: choice as string }, others),
	);
}

const panels = nodeDescriptions().flatMap((description) => emptyPanels(description));

interface Row {
	panel: Panel;
	place: Path;
}

/** A row of every kind that can be added below a place, each in a panel of its own. */
function newRows(panel: Panel, place: Path = []): Row[] {
	return panel.shown(place).flatMap(({ path, property }) => {
		if (property.type === 'collection') return newRowsOfCollection(panel, path, property);
		if (property.type !== 'fixedCollection') return [];
		const isList = property.typeOptions?.multipleValues === true;
		return ((property.options ?? []) as INodePropertyCollection[]).flatMap((group) => {
			const added = panel.add(path, group, isList);
			const row = { panel: added.panel, place: added.row };
			return [row, ...newRows(row.panel, row.place)];
		});
	});
}

/** Each optional field by itself, and the rows in it. */
function newRowsOfCollection(panel: Panel, path: Path, { options }: INodeProperties): Row[] {
	return ((options ?? []) as INodeProperties[]).flatMap((field) => {
		const value = field.type === 'fixedCollection' ? {} : field.default;
		const added = panel.change(path, { [field.name]: value });
		return [{ panel: added, place: path }, ...newRows(added, path)];
	});
}

/** A choice in a drop-down of a row. */
interface Choice {
	path: Path;
	choice: unknown;
}

/** Everything that can be chosen in the drop-downs of a row. */
function choicesIn({ panel, place }: Row): Choice[] {
	return panel.shown(place).flatMap(({ path, property }) =>
		(property.type === 'options' ? (choicesOf(property) ?? []) : []).map((choice) => ({
			path,
			choice,
		})),
	);
}

/** A row after something was chosen in it. */
function after({ panel, place }: Row, { path, choice }: Choice): Row {
	return { panel: panel.change(path, choice), place };
}

/** The first of those that lead to rows of the same shape. */
function oneOfEachShape<Thing>(things: Thing[], rowOf: (thing: Thing) => Row): Thing[] {
	const byShape = new Map<string, Thing>();
	for (const thing of things) {
		const { panel, place } = rowOf(thing);
		const shape = panel.shapeOf(place);
		if (!byShape.has(shape)) byShape.set(shape, thing);
	}
	return [...byShape.values()];
}

const unsupportedIn = ({ panel, place }: Row) => panel.unsupported(place);

describe('A panel that was just opened', () => {
	it('exists for every operation and trigger', () => {
		expect(panels.length).toBeGreaterThan(200);
	});

	it('asks for what is required and marks nothing else red', () => {
		const wrong = panels.flatMap(([name, panel]) =>
			[
				...panel.issues().filter((issue) => !issue.endsWith(' is required.')),
				...panel.unsupported(),
			].map((issue) => `${name}: ${issue}`),
		);
		expect(wrong).toEqual([]);
	});

	it('has no drop-down to be loaded that is red though nothing has to be chosen', () => {
		const wrong = panels.flatMap(([name, panel]) =>
			panel
				.shown()
				.filter(
					({ property, value }) =>
						property.type === 'options' &&
						property.typeOptions?.loadOptionsMethod !== undefined &&
						property.required !== true &&
						value === '',
				)
				.map(({ property }) => `${name}: ${property.name}`),
		);
		expect(wrong).toEqual([]);
	});
});

describe('What is added to a panel', () => {
	// Many operations share their collections.
	const rows = oneOfEachShape(
		panels.flatMap(([, panel]) => newRows(panel)),
		(row) => row,
	);

	it('is valid at once, in every collection', () => {
		expect(rows.length).toBeGreaterThan(100);
		expect(rows.flatMap(unsupportedIn)).toEqual([]);
	});

	it('stays valid when one choice after the other shows other inputs', () => {
		const wrong = rows.flatMap((row) => {
			const changes = oneOfEachShape(choicesIn(row), (choice) => after(row, choice));
			const shapes = [row, ...changes.map((change) => after(row, change))];
			const filled = shapes.flatMap((shape) =>
				choicesIn(shape).map((choice) => after(shape, choice)),
			);
			const changed = filled.flatMap((one) => changes.map((change) => after(one, change)));
			return [...filled, ...changed].flatMap(unsupportedIn);
		});
		expect([...new Set(wrong)]).toEqual([]);
	});
});
