// Keeps a process on this machine, for tests. Loaded with --require.
//
// A TLS connection to a host in STAND_INS (JSON: host name -> address of a server on loopback) goes
// to that server, in plain HTTP; everything above the connection stays as it is: addresses, headers,
// agents. Every other connection that would leave this machine is refused before a name is looked
// up or a socket opened, and a line on standard error says so.
const net = require('node:net');
const tls = require('node:tls');

const standIns = new Map(Object.entries(JSON.parse(process.env.STAND_INS ?? '{}')));
const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** The host of net.connect's and tls.connect's arguments; undefined for this machine or a pipe. */
function hostOf(args) {
	// net.connect hands its arguments on as one list.
	const [first, second] = Array.isArray(args[0]) ? args[0] : args;
	if (typeof first === 'object' && first !== null) return first.path ? undefined : first.host;
	return typeof second === 'string' ? second : undefined;
}

const connectSocket = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
	const host = hostOf(args);
	if (host === undefined || loopback.has(host)) return connectSocket.apply(this, args);
	process.stderr.write(`Loopback only: refused ${host}\n`);
	const refusal = new Error(`Loopback only: refused ${host}`);
	process.nextTick(() => this.destroy(Object.assign(refusal, { code: 'ELOOPBACKONLY' })));
	return this;
};

const connectTls = tls.connect;
tls.connect = function (...args) {
	const options = args.find((arg) => typeof arg === 'object' && arg !== null);
	const standIn = standIns.get(hostOf(args));
	if (standIn === undefined || options?.socket) return connectTls.apply(this, args);
	const { hostname, port } = new URL(standIn);
	const socket = net.connect({ host: hostname, port: Number(port) });
	socket.once('connect', () => socket.emit('secureConnect'));
	const connected = args.at(-1);
	if (typeof connected === 'function') socket.once('secureConnect', connected);
	return socket;
};
