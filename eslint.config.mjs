import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

import scanner from './dev/lint/scanner.config.mjs';

export default defineConfig(
	globalIgnores(['coverage/', 'dist/', 'dev/n8n/*/']),
	{ linterOptions: { noInlineConfig: true } },
	{
		files: ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'],
		extends: [scanner],
	},
	{
		// One customer's message must not stop a whole n8n: patterns need time in proportion to the text.
		files: ['{nodes,credentials}/**/*.ts'],
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential' }],
			// The rules above only see patterns that are written out.
			'prefer-regex-literals': ['error', { disallowRedundantWrapping: true }],
		},
	},
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		rules: {
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
		},
	},
);
