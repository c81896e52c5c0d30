// Lets the benchmark run in the real n8n under dev/n8n/v2: its engine, its own nodes and its Node.js,
// while the rest of the repository keeps its own modules. Loaded with --require.
const Module = require('node:module');
const path = require('node:path');

const installed = Module.createRequire(path.join(__dirname, '../n8n/v2/package.json'));
const belongsToN8n = /^(n8n-core|n8n-workflow|n8n-nodes-base|luxon|@n8n\/[^/]+)(\/|$)/;
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, parent, ...rest) {
	const fromN8n = parent?.filename?.includes(`${path.sep}n8n${path.sep}v2${path.sep}`) === true;
	if (!fromN8n && belongsToN8n.test(request)) return installed.resolve(request);
	return resolve.call(this, request, parent, ...rest);
};
