import type { ConsentRequest } from './app';

/** The values that the consent page's buttons send. */
export const DECISIONS = ['authorize', 'deny'] as const;

/** What an admin decided on the consent page. */
export type Decision = (typeof DECISIONS)[number];

/** What the consent page shows. */
export interface ConsentPage {
	request: ConsentRequest;
	workspace: string;
	permissions: string;
}

/** The page on which an admin of the workspace lets an app in, as HTML. */
export function consentPage({ request, workspace, permissions }: ConsentPage): string {
	const fields = Object.entries(request)
		.map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(String(value))}">`)
		.join('\n');
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Authorize access</title></head>
<body>
<h1>An app wants to access ${escape(workspace)}</h1>
<p>App: ${escape(request.client_id)}</p>
<p>Permissions: ${escape(permissions)}</p>
<form method="post">
${fields}
<button name="decision" value="authorize">Authorize access</button>
<button name="decision" value="deny">Cancel</button>
</form>
</body>
</html>`;
}

/** The page that an app with a wrong client ID or redirect URL gets instead, as HTML. */
export function refusalPage(reason: string): string {
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Not authorized</title></head>
<body><h1>Not authorized</h1><p>${escape(reason)}</p></body>
</html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

function escape(text: string): string {
	return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]);
}
