import type { Parameter, SimplifiedFields } from '../../engine/operation';
import { body } from '../knowledge-fields';

/** What "Simplify" keeps of an external page. */
export const pageSummary: SimplifiedFields = {
	id: true,
	title: true,
	url: true,
	html: true,
	source_id: true,
	external_id: true,
	ai_agent_availability: true,
	ai_copilot_availability: true,
	created_at: true,
	updated_at: true,
};

/** The text of a page. */
export const html: Parameter = { ...body, name: 'html' };

/** Where customers can read a page. */
export const url: Parameter = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://docs.example.com/returns',
	description: 'The address that Fin names as the source of its answer; none if empty',
};

/** What a page is called where it comes from. */
export const externalId: Parameter = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	default: '',
	placeholder: 'e.g. returns-policy',
	description: 'Your own identifier of the page, unique within its content source',
};
