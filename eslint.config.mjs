import { defineConfig, globalIgnores } from 'eslint/config';
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
