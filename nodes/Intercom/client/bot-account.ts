/**
 * Whether an address belongs to one of Intercom's own bots. They are listed and named as admins,
 * told apart only by their address (docs/intercom/notifications.md).
 */
export function isBotAccount(email: unknown): boolean {
	return typeof email === 'string' && /^operator\+[^@]{1,200}@intercom\.io$/i.test(email);
}
