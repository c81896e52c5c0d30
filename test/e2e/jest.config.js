const { transform } = require('../../jest.config');

/** Tests of the packed package inside a real n8n, driven over REST and in a browser. */
module.exports = {
	rootDir: __dirname,
	testEnvironment: 'node',
	transform,
	testTimeout: 120_000,
	globalSetup: '<rootDir>/support/prepare.ts',
	watchman: false,
};
