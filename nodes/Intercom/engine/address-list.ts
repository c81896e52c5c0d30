/**
 * Web addresses as a list: a list as it is, or text with commas or blanks between the addresses.
 * Addresses may hold commas themselves, so one only ends where the next begins.
 */
export function addressList(value: unknown): string[] {
	// Only from where separators begin: else each of many would be looked at again for each other.
	const given = Array.isArray(value) ? value : String(value).split(/(?<![\s,])[\s,]+(?=https?:)/);
	return given.map((address) => String(address).trim()).filter((address) => address !== '');
}
