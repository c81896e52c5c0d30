import type { TextStyle } from './render';
import { isAddress, withoutScheme } from './addresses';

/** Stands where a text was cut. */
export const cutMark = ' […]';

/** The beginning of a text, without half a character at its end. */
export function beginning(text: string, length: number): string {
	const end = Math.max(0, length);
	const last = text.charCodeAt(end - 1);
	const isHalf = end < text.length && last >= 0xd800 && last <= 0xdbff;
	return text.slice(0, isHalf ? end - 1 : end);
}

/** Text without any markup; addresses of links follow in parentheses. */
export const plainStyle: TextStyle = {
	text: (text) => text,
	strong: (text) => text,
	emphasis: (text) => text,
	link: (label, address) => {
		if (!isAddress(address)) return label;
		return label === address || label === withoutScheme(address) ? label : `${label} (${address})`;
	},
	image: (description, address) =>
		isAddress(address) ? `[Image: ${description === '' ? '' : `${description}, `}${address}]` : '',
	code: (code) => code,
	codeBlock: (code) => code,
	rule: '---',
	paragraph: (text) => text,
	cut: (text, length) => beginning(text, length - cutMark.length) + cutMark,
};
