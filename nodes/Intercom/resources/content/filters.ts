import { InputError, quoted } from '../../engine/input-error';
import type { Parameter } from '../../engine/operation';

const choose =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.';

function date(displayName: string, name: string, description: string): Parameter {
	return { displayName, name, type: 'dateTime', default: '', description };
}

function listed(
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	description: string,
): Parameter {
	return {
		displayName,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod },
		default: [],
		description: `${description} ${choose}`,
		wire: { as: (ids) => numericIds(displayName, ids) },
	};
}

function switched(displayName: string, name: string): Parameter {
	return {
		displayName,
		name,
		type: 'options',
		options: [
			{ name: 'Off', value: 'off' },
			{ name: 'On', value: 'on' },
		],
		default: 'on',
		description: 'Whether the content is turned on for it',
	};
}

/** IDs as one text with commas; Intercom's search takes numeric ones only. */
function numericIds(displayName: string, value: unknown): string {
	const given = Array.isArray(value) ? value : String(value).split(',');
	const ids = given.map((part) => String(part).trim()).filter((id) => id !== '');
	const wrong = ids.find((id) => !/^\d{1,15}$/.test(id));
	if (ids.length === 0)
		throw new InputError(`'${displayName}' is empty`, 'Fill it in, or remove it.');
	if (wrong === undefined) return ids.join(',');
	throw new InputError(`'${displayName}' must be numeric IDs, not ${quoted(wrong)}`);
}

/** What `GET /content/search` can be held to; lists go as comma-separated text (2.16). */
export const contentFilters: Parameter[] = [
	switched('Copilot', 'copilotState'),
	date('Created After', 'createdAtAfter', 'The earliest time of creation'),
	date('Created Before', 'createdAtBefore', 'The latest time of creation'),
	listed('Creator Names or IDs', 'createdByIds', 'getAdmins', 'Who created the content.'),
	listed('Editor Names or IDs', 'lastUpdatedByIds', 'getAdmins', 'Who changed the content last.'),
	switched('Fin', 'finServiceState'),
	switched('Fin Sales Agent', 'finSalesState'),
	{
		displayName: 'Folder IDs',
		name: 'folderIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 6, 7',
		description: 'The folders to look in, separated by commas',
		wire: {
			spread: true,
			as: (ids) => ({
				folder_ids: numericIds('Folder IDs', ids),
				folder_entity_type: 'folder',
			}),
		},
	},
	{
		displayName: 'Languages',
		name: 'locales',
		type: 'string',
		default: '',
		placeholder: 'e.g. en, fr',
		description: 'The codes of the languages, separated by commas',
		wire: { as: 'commaText' },
	},
	{
		displayName: 'States',
		name: 'states',
		type: 'multiOptions',
		options: [
			{ name: 'Draft', value: 'draft' },
			{ name: 'Published', value: 'published' },
		],
		default: [],
		description: 'Whether to look in drafts, in published content or in both',
		wire: { as: 'commaText' },
	},
	listed('Tag Names or IDs', 'anyTagIds', 'getTags', 'Content with any of these tags.'),
	{
		displayName: 'Types',
		name: 'contentTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Article', value: 'article' },
			{ name: 'Content Snippet', value: 'snippet' },
			{ name: 'External Page', value: 'external_content' },
			{ name: 'File', value: 'file_source_content' },
			{ name: 'Internal Article', value: 'internal_article' },
		],
		default: [],
		description: 'The kinds of content to look in',
		wire: { as: 'commaText' },
	},
	date('Updated After', 'updatedAtAfter', 'The earliest time of the last change'),
	date('Updated Before', 'updatedAtBefore', 'The latest time of the last change'),
	{
		...listed(
			'Without Tag Names or IDs',
			'excludedTagIds',
			'getTags',
			'Content with none of these tags.',
		),
		wire: {
			spread: true,
			as: (ids) => ({
				tag_ids: numericIds('Without Tag Names or IDs', ids),
				tag_operator: 'NIN',
			}),
		},
	},
];
