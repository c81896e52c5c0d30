import type { INodePropertyMode } from 'n8n-workflow';

import type { Parameter } from '../engine/operation';

/** What tells one locator from another. */
export interface LocatorTexts {
	displayName: string;
	name: string;
	/** A method of `methods/listSearch`. */
	search: string;
	description: string;
	idExample: string;
	/** An address from Intercom's app, for objects that have one. */
	urlExample?: string;
	/** Its IDs are numbers in Intercom's description, so others are refused. */
	isNumeric?: true;
}

const byText = { type: 'string' } as const;
const fromList = { type: 'list' } as const;

/** The ways to point at an object: from a searched list, by ID, or by an address from Intercom's app. */
function modesFor({ search, idExample, urlExample }: LocatorTexts): INodePropertyMode[] {
	const typeOptions = { searchListMethod: search, searchable: true };
	const byId = { displayName: 'By ID', name: 'id', placeholder: `e.g. ${idExample}` };
	const byUrl = { displayName: 'By URL', name: 'url', placeholder: `e.g. ${urlExample}` };
	return [
		{ ...fromList, displayName: 'From List', name: 'list', typeOptions },
		{ ...byText, ...byId },
		...(urlExample === undefined ? [] : [{ ...byText, ...byUrl }]),
	];
}

/** A resource locator: shows a searched list first, as n8n's guidelines ask. */
export function locator(texts: LocatorTexts): Parameter {
	return {
		displayName: texts.displayName,
		name: texts.name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: texts.description,
		modes: modesFor(texts),
		...(texts.isNumeric && { wire: { as: 'numericId' } }),
	};
}
