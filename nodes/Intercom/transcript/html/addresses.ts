/** Whether an address leads somewhere outside of the message. */
export function isAddress(address: string): boolean {
	return /^(?:https?|mailto|tel):/i.test(address);
}

/** An email address or phone number as people write it. */
export function withoutScheme(address: string): string {
	return address.replace(/^(?:mailto|tel):/i, '');
}
