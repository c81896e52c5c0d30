/** Plain text as the HTML that Intercom stores (2.16 examples: `<p>Thanks again :)</p>`). */
export function toHtml(text: string): string {
	if (/^\s*</.test(text)) return text.trim();
	return `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
}

/** Text in which markup stands for itself: where HTML is not supported (2.16 line 10800). */
export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** HTML as `display_as=plaintext` shows it: links as `label (url)` (2.16 line 10970). */
export function toPlainText(html: string): string {
	return html
		.replace(/<a\s[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g, '$2 ($1)')
		.replace(/<br\s*\/?>|<\/p>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.trim();
}
