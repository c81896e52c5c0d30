import type { Admin } from '../../records';
import type { Workspace } from '../../route';
import type { Sample } from './sample';

/** Who wrote or did something, as the parts of conversations and tickets name it. */
export interface PartAuthor {
	type: 'admin' | 'bot' | 'user';
	id: string;
	name: string | null;
	email: string;
	from_ai_agent: boolean;
	is_ai_answer: boolean;
}

/** A teammate as the author of a part. */
export function adminAuthor({ id, name, email }: Admin): PartAuthor {
	return { type: 'admin', id, name, email, from_ai_agent: false, is_ai_answer: false };
}

/** Fin as the author of a part. */
export function botAuthor({ state }: Workspace): PartAuthor {
	return {
		type: 'bot',
		id: '991267460',
		name: 'Fin',
		email: `operator+${state.appId}@intercom.io`,
		from_ai_agent: true,
		is_ai_answer: true,
	};
}

/** The contact as the author of a part. */
export function contactAuthor({ contact }: Sample): PartAuthor {
	return {
		type: 'user',
		id: contact.id,
		name: contact.name,
		email: contact.email ?? 'customer@example.com',
		from_ai_agent: false,
		is_ai_answer: false,
	};
}

/** An admin as notifications about teammates carry it; its id is a number there. */
export function adminItem(admin: Admin): object {
	return {
		type: 'admin',
		id: Number(admin.id),
		name: admin.name,
		email: admin.email,
		job_title: null,
		away_mode_enabled: admin.away_mode_enabled,
		away_mode_reassign: admin.away_mode_reassign,
		away_status_reason: '',
		has_inbox_seat: admin.has_inbox_seat,
		team_ids: admin.team_ids,
		avatar: { type: 'avatar', image_url: 'https://static.example.com/avatar.png' },
	};
}
