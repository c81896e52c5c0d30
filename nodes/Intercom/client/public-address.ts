/** Ranges of IPv4 that no public server has (IANA's special-purpose registry), as address and prefix length. */
const privateRanges: Array<[first: string, bits: number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

/** Endings of names that are only known inside of a network, or to nobody. */
const privateEndings = new Set([
	...['localhost', 'local', 'localdomain', 'internal', 'intranet', 'private', 'corp', 'home'],
	...['lan', 'arpa', 'invalid', 'test', 'onion'],
]);

function numberOf(address: string): number {
	return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function isPublicVersion4(address: string): boolean {
	const number = numberOf(address);
	return !privateRanges.some(([first, bits]) => {
		const size = 2 ** (32 - bits);
		return Math.floor(number / size) === Math.floor(numberOf(first) / size);
	});
}

/**
 * Whether an IPv6 address is one of a public server: global unicast (2000::/3) without what is set
 * apart in it for protocols, documentation and tunnels. All that stands for an IPv4 address
 * (`::ffff:127.0.0.1`, NAT64, 6to4) lies outside.
 */
function isPublicVersion6(address: string): boolean {
	const [first = 0, second = 0] = address
		.split(':')
		.map((group) => Number.parseInt(group, 16) || 0);
	const isGlobal = first >= 0x2000 && first <= 0x3fff;
	const isSetApart =
		(first === 0x2001 && (second < 0x200 || second === 0xdb8)) ||
		first === 0x2002 ||
		(first === 0x3fff && second < 0x1000);
	return isGlobal && !isSetApart;
}

/**
 * Whether an address can lead to the public internet as far as its host tells: no address and no
 * name of this machine, of its network, or of a cloud's metadata service. The URL has brought all
 * spellings of an IP address (decimal, octal, hexadecimal, shortened) into one. What a public name
 * resolves to is not known here.
 */
export function isPublicAddress({ hostname }: URL): boolean {
	if (hostname.startsWith('[')) return isPublicVersion6(hostname.slice(1, -1));
	if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return isPublicVersion4(hostname);
	const labels = hostname.toLowerCase().split('.').filter(Boolean);
	return labels.length > 1 && !privateEndings.has(labels[labels.length - 1]);
}
