import type { TextStyle } from './render';

/** Links that lead somewhere outside of the message. */
function isAddress(address: string): boolean {
	return /^(?:https?|mailto|tel):/i.test(address);
}

/** A web address that can stand in parentheses. */
function inParentheses(address: string): string {
	return address.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\s/g, '%20');
}

function around(mark: string): (text: string) => string {
	return (text) =>
		text
			.split('\n')
			.map((line) => (line === '' ? line : mark + line + mark))
			.join('\n');
}

/** A fence that the code itself does not hold. */
function fenceFor(text: string): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	return '`'.repeat(longest + 1);
}

/** Markdown, with headings left to the transcript itself: `#` at the start of a line is escaped. */
export const markdownStyle: TextStyle = {
	strong: around('**'),
	emphasis: around('_'),
	link: (label, address) => {
		if (!isAddress(address)) return label;
		const bare = address.replace(/^(?:mailto|tel):/i, '');
		return label === address || label === bare ? label : `[${label}](${inParentheses(address)})`;
	},
	image: (description, address) =>
		isAddress(address) ? `![${description || 'Image'}](${inParentheses(address)})` : '',
	code: (text) => `\`${text}\``,
	codeBlock: (text) => {
		const fence = fenceFor(text);
		return text === '' ? '' : `${fence}\n${text}\n${fence}`;
	},
	paragraph: (text) => text.replace(/^(\s*)(?=#{1,6}(?:\s|$))/gm, '$1\\'),
};

/** Text without any markup; addresses of links follow in parentheses. */
export const plainStyle: TextStyle = {
	strong: (text) => text,
	emphasis: (text) => text,
	link: (label, address) => {
		if (!isAddress(address)) return label;
		const bare = address.replace(/^(?:mailto|tel):/i, '');
		return label === address || label === bare ? label : `${label} (${address})`;
	},
	image: (description, address) =>
		isAddress(address) ? `[Image: ${description === '' ? '' : `${description}, `}${address}]` : '',
	code: (text) => text,
	codeBlock: (text) => text,
	paragraph: (text) => text,
};
