import { adminAuthor, botAuthor, contactAuthor, type PartAuthor } from './people';
import type { Sample } from './sample';

/** A part of a conversation by whoever did it. */
export function said(
	author: PartAuthor,
	part_type = 'comment',
	body = '<p>It arrives tomorrow.</p>',
) {
	return { author, part_type, body };
}

/** A part in which something was done and nothing said. */
export function done(author: PartAuthor, part_type: string, assigns = false) {
	return { author, part_type, body: null, assigns };
}

/** The author of what the token's owner does. */
export const byAdmin = ({ admin: one }: Sample) => adminAuthor(one);
/** The author of what Fin does. */
export const byBot = ({ workspace }: Sample) => botAuthor(workspace);

/** What a teammate does, by the name of its part. */
export const adminDoes =
	(part: string, assigns = false) =>
	(sample: Sample) => [done(byAdmin(sample), part, assigns)];

/** What a teammate says, by the name of its part. */
export const adminSays =
	(part = 'comment') =>
	(sample: Sample) => [said(byAdmin(sample), part)];

/** What a contact says. */
export const contactSays = (sample: Sample) => [said(contactAuthor(sample))];

/** What Fin says. */
export const botSays = (sample: Sample) => [said(byBot(sample))];

/** Fin has answered and done something since, whoever else acted. */
export const botIsNewest = (sample: Sample) => [
	done(byBot(sample), 'custom_action_started'),
	...botSays(sample),
];
