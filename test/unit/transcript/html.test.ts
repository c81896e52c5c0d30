import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { markdownStyle } from '../../../nodes/Intercom/transcript/html/markdown';
import { plainStyle } from '../../../nodes/Intercom/transcript/html/plain';
import { renderHtml } from '../../../nodes/Intercom/transcript/html/render';

const markdown = (html: string) => renderHtml(html, markdownStyle);
const plain = (html: string) => renderHtml(html, plainStyle);

describe('HTML of messages', () => {
	it.each([
		['paragraphs', '<p>One</p>\n<p>Two<br>three</p>', 'One\n\nTwo\nthree'],
		['lines', '<p class="no-margin">One</p><p class="no-margin">Two</p>', 'One\nTwo'],
		['marks', '<p>So <b>bold</b> and <em>kind</em></p>', 'So **bold** and _kind_'],
		['headings', '<h2>Title</h2><p>Text</p>', '**Title**\n\nText'],
		['lists', '<ul><li>Tea<ul><li>green</li></ul></li></ul>', '- Tea\n  - green'],
		['numbered lists', '<ol><li>One</li><li>Two</li></ol>', '1. One\n2. Two'],
		['quotes', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
		['tables', '<table><tr><td>a</td><td>b</td></tr></table>', 'a | b'],
		[
			'images',
			'<img src="https://example.com/a.png" alt="Map">',
			'![Map](https://example.com/a.png)',
		],
		['characters', '<p>5 &lt; 6 &amp; 7&nbsp;&euro; &#8364;&#x41;</p>', '5 < 6 & 7 € €A'],
		['code', '<p>Run <code>npm test</code></p>', 'Run `npm test`'],
		['blocks of code', '<pre><code># a\n  b</code></pre>', '```\n# a\n  b\n```'],
		['code that holds fences', '<pre>```\n</pre>', '````\n```\n````'],
	])('turns %s into Markdown', (_, html, expected) => {
		expect(markdown(html)).toBe(expected);
	});

	it('keeps addresses of links, in both formats', () => {
		const html = '<p>See <a href="https://example.com/a?b=1&amp;c=2">the page</a></p>';
		expect(markdown(html)).toBe('See [the page](https://example.com/a?b=1&c=2)');
		expect(plain(html)).toBe('See the page (https://example.com/a?b=1&c=2)');
	});

	it('shows an address once, and drops what is none', () => {
		expect(markdown('<a href="https://example.com">https://example.com</a>')).toBe(
			'https://example.com',
		);
		expect(markdown('<a href="mailto:a@example.com">a@example.com</a>')).toBe('a@example.com');
		expect(markdown('<a href="javascript:alert(1)">click</a>')).toBe('click');
	});

	it('leaves out what is not for readers', () => {
		const html = '<head><title>x</title></head><style>p{}</style><!-- y --><script>z()</script>Hi';
		expect(markdown(html)).toBe('Hi');
	});

	it('keeps the lines of text without markup', () => {
		expect(markdown('One\nTwo &amp; three')).toBe('One\nTwo & three');
	});

	it('takes markup that is broken', () => {
		expect(markdown('<p>Open <b>bold')).toBe('Open **bold**');
		expect(markdown('</div>a < b <c')).toBe('a < b \\<c');
		expect(plain('</div>a < b <c')).toBe('a < b <c');
		expect(markdown('<ul><li>a<li>b</ul>')).toBe('- a\n- b');
	});

	it('lets no text pass for a heading', () => {
		expect(markdown('<p># Teammate Ann<br>### Customer</p>')).toBe(
			'\\# Teammate Ann\n\\### Customer',
		);
		expect(markdown('## plain')).toBe('\\## plain');
	});

	it('takes any text', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'<p>',
				'</p>',
				'<b>',
				'</b>',
				'<li>',
				'<ul>',
				'</ul>',
				'<pre>',
				'<br>',
				'<td>',
			),
			fc.constantFrom(
				'<a href="',
				'">',
				'<',
				'>',
				'&',
				'&#',
				';',
				'<!--',
				'-->',
				'# ',
				'\n',
				'```',
			),
			fc.string(),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const html = pieces.join('');
				const outsideOfCode = markdown(html).replace(/^ *(`{3,})\n[^]*?\n *\1$/gm, '');
				expect(outsideOfCode).not.toMatch(/^#{1,6}\s/m);
				expect(typeof plain(html)).toBe('string');
			}),
		);
	});

	it('leaves out the tags of elements after very many, but no text', () => {
		const many = '<i></i>'.repeat(19_000);
		expect(markdown(`${many}<p>one</p><p>two</p>`)).toBe('one\n\ntwo');
		expect(markdown(`${many}${many}<p>one</p><b>two</b><br>three`)).toBe('one two three');
	});

	it('takes deep nesting', () => {
		expect(markdown('<div>'.repeat(20_000) + 'deep')).toBe('deep');
		expect(markdown('<b>'.repeat(20_000) + 'bold')).toContain('bold');
	});
});
