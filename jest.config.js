const transform = {
	'\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
};

/** Unit, engine and contract tests. The real n8n has a configuration of its own: test/e2e. */
module.exports = {
	testEnvironment: 'node',
	transform,
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dev/n8n/'],
	watchman: false,
	// Two cores would otherwise mean one worker, and twice the time.
	maxWorkers: '100%',
	testTimeout: 60_000,
};
