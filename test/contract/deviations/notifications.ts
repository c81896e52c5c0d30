import type { ExplainedDifference } from '../recordings/notification-shapes';

const anything = /^/;

/** Where the emulator's notifications differ from recorded ones on purpose. */
export const notificationDeviations: readonly ExplainedDifference[] = [
	{
		names: /^(?:content_stat\.news_item|conversation\.user\.created|event\.created)$/,
		paths: anything,
		kind: 'unknown',
		reason:
			'The only recording of these topics is from somebody who removed every empty field, even those of the envelope. The emulator sends them as it does for the other topics of their kind.',
	},
	{
		names: /^ticket\.(?:admin\.assigned|created)$/,
		paths: /\.ticket_state_(?:external|internal)_label$/,
		kind: 'lacking',
		reason:
			'One of two recordings is of an app on an older version, where the state was a text with two labels beside it. The emulator sends the object of the other recording.',
	},
	{
		names: /^contact\.added_email \(old\)$/,
		paths: /\.last_seen_ip$/,
		kind: 'type',
		reason:
			'A number in the one body that was copied by hand; a text, as an IP address must be, in every other recording.',
	},
];
