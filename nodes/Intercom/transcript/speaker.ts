import type { IDataObject } from 'n8n-workflow';

import { oneLine } from './lines';

/** Who speaks: a customer, a teammate, Intercom's AI agent Fin, or another bot or automation. */
export type Role = 'customer' | 'teammate' | 'fin' | 'bot';

/** The author of a part, as far as Intercom names one. */
export interface Speaker {
	role: Role;
	name?: string;
	email?: string;
	id?: string;
}

/** The roles in words, as transcripts show them. */
export const roleNames: Readonly<Record<Role, string>> = {
	customer: 'Customer',
	teammate: 'Teammate',
	fin: 'Fin AI Agent',
	bot: 'Bot',
};

const customers = ['user', 'lead', 'contact', 'visitor'];

/** The address of Operator and Fin, who come as admins too (2.16, examples of conversation parts). */
const botAddress = /^operator\+.*@intercom\.io$/i;

function text(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	// A name must not be able to begin a line of its own.
	const line = oneLine(value);
	return line === '' ? undefined : line;
}

function roleOf({ type, name, email, from_ai_agent, is_ai_answer }: IDataObject): Role {
	if (customers.includes(String(type))) return 'customer';
	if (from_ai_agent === true || is_ai_answer === true) return 'fin';
	const isBot = type === 'bot' || botAddress.test(String(email ?? ''));
	if (isBot) return name === 'Fin' ? 'fin' : 'bot';
	return type === 'admin' || type === 'team' ? 'teammate' : 'bot';
}

/**
 * The speaker of a part (2.16 `conversation_part_author`, `conversation_source_author`). Unknown
 * kinds of authors count as bots: only people are ever named customer or teammate.
 */
export function speakerOf(author: unknown): Speaker {
	const fields = (typeof author === 'object' && author !== null ? author : {}) as IDataObject;
	return {
		role: roleOf(fields),
		name: text(fields.name),
		email: text(fields.email),
		id: text(fields.id),
	};
}
