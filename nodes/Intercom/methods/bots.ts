import type { IDataObject } from 'n8n-workflow';

import { isBotAccount } from '../client/bot-account';

/** The name of a drop-down's entry, marked where it is one of Intercom's bots among the admins. */
export function withBotMark(name: string, { email }: IDataObject): string {
	return isBotAccount(email) ? `${name} (bot)` : name;
}
