import type { Parameter } from '../../engine/operation';

/** The language of a version. */
export const versionLocale: Parameter = {
	displayName: 'Language',
	name: 'locale',
	type: 'string',
	default: '',
	placeholder: 'e.g. fr',
	description: 'The code of a language; if empty, all of them',
};
