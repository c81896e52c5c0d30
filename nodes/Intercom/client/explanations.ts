import type { ErrorFacts } from './intercom-error';
import type { IntercomRequest } from './request';

/** What happened, and what to do about it. */
export interface Explanation {
	message: string;
	advice: string;
}

/** What the credential says about where and how requests go. */
export interface Target {
	/** The API version asked for. */
	version: string;
	/** The region's name as the credential shows it, or the host of a gateway. */
	region: string;
}

interface Rule {
	applies: (facts: ErrorFacts) => boolean;
	message: (facts: ErrorFacts, subject: string) => string;
	advice: (facts: ErrorFacts, target: Target) => string;
}

/** What the first segment of a path is called in texts. */
const subjects: Record<string, string> = {
	admins: 'admin',
	ai: 'external page or content source',
	articles: 'article',
	audiences: 'audience',
	brands: 'brand',
	companies: 'company',
	contacts: 'contact',
	content_snippets: 'content snippet',
	conversations: 'conversation',
	data_attributes: 'data attribute',
	emails: 'sender address',
	// An event is sent to no address of its own: what can be missing is its contact.
	events: 'contact',
	help_center: 'help center object',
	internal_articles: 'internal article',
	jobs: 'job',
	macros: 'macro',
	messages: 'message',
	notes: 'note',
	segments: 'segment',
	subscription_types: 'subscription type',
	tags: 'tag',
	teams: 'team',
	ticket_types: 'ticket type',
	tickets: 'ticket',
	visitors: 'visitor',
};

const code =
	(...codes: string[]) =>
	(facts: ErrorFacts) =>
		codes.includes(facts.code);

const status =
	(...statuses: number[]) =>
	(facts: ErrorFacts) =>
		statuses.includes(facts.status);

/** What a code such as `tag_not_found` says is missing: not always the thing the path begins with. */
function missingThing({ code: said }: ErrorFacts): string | undefined {
	const [, thing] = /^(?!field_|parameter_|resource_)([a-z_]+)_not_found$/.exec(said) ?? [];
	return thing?.replaceAll('_', ' ');
}

/**
 * Intercom's errors in words for the user, first match wins. The order matters: what a code says
 * is more exact than what a status says. Codes and statuses: intercom-api.md §7.
 */
const rules: Rule[] = [
	{
		applies: code('intercom_version_invalid'),
		message: () => 'Intercom does not know the API version',
		advice: (_facts, { version }) =>
			`The credential asks for version '${version}'. Clear its 'API Version' field to use the version this node is made for.`,
	},
	{
		applies: code('token_unauthorized', 'action_forbidden', 'forbidden'),
		message: () => 'The access token lacks a permission',
		advice: () =>
			"Open your app in Intercom's Developer Hub, tick the permission under Configure > Authentication, and save. OAuth users must connect again afterwards.",
	},
	{
		applies: (facts) => facts.code === 'api_plan_restricted' || facts.status === 402,
		message: () => "Your Intercom plan doesn't include this feature",
		advice: () =>
			'Check the subscription of the workspace in Intercom under Settings > Billing, or ask an admin who can change it.',
	},
	{
		applies: code('token_revoked', 'token_blocked', 'token_expired'),
		message: () => 'The access token was revoked',
		advice: () =>
			"Copy the current token from Configure > Authentication of your app in Intercom's Developer Hub and paste it into the credential, or connect the OAuth account again.",
	},
	{
		applies: status(401),
		message: () => 'Intercom did not accept the access token',
		advice: (_facts, { region }) =>
			`Copy the token again from Configure > Authentication of your app in Intercom's Developer Hub and paste it into the credential. If the token is right, the region may be wrong: the credential says '${region}', and a workspace in another region does not know its token there.`,
	},
	{
		applies: status(403),
		message: () => 'Intercom refused this action',
		advice: () =>
			"Check the permissions of your app in Intercom's Developer Hub under Configure > Authentication.",
	},
	{
		applies: (facts) => facts.status === 410 || facts.code === 'contact_merged',
		message: (facts) =>
			facts.otherContactId === undefined
				? 'This contact was merged into another one'
				: `This contact was merged into contact ${facts.otherContactId}`,
		advice: (facts) =>
			facts.otherContactId === undefined
				? 'Look for the contact by its email or external ID.'
				: `Use the ID ${facts.otherContactId} instead.`,
	},
	{
		applies: (facts) => facts.status === 409 && facts.otherIsArchived,
		message: (facts) =>
			`An archived contact already has these details: ${facts.otherContactId ?? 'unknown ID'}`,
		advice: () =>
			"Unarchive that contact with the operation 'Unarchive', or use 'Create or Update' with 'Unarchive If Archived' turned on.",
	},
	{
		applies: (facts) => facts.status === 409 && facts.otherContactId !== undefined,
		message: (facts) => `A contact with these details already exists: ${facts.otherContactId}`,
		advice: () =>
			"Update that contact by its ID, or use the operation 'Create or Update', which does so by itself.",
	},
	{
		applies: status(409),
		message: () => 'This conflicts with something that already exists in Intercom',
		advice: () => 'Look at the message of Intercom, change the value it names, and run again.',
	},
	{
		applies: code('scroll_exists'),
		message: () => 'Another scroll over the companies is under way',
		advice: () =>
			'Intercom allows one at a time in a workspace. Wait a minute, and do not run two workflows that read all companies at once.',
	},
	{
		applies: (facts) => facts.status === 400 && /scroll api/i.test(facts.message),
		message: () => 'Intercom lists at most 10,000 companies',
		advice: () =>
			"Choose the method 'Scroll', which reads all companies, or ask for fewer: with a limit, a tag or a segment.",
	},
	{
		applies: status(404),
		message: (facts, subject) => `Intercom could not find the ${missingThing(facts) ?? subject}`,
		advice: () =>
			'Check the ID. The record may be deleted or archived, or belong to another workspace or region than the credential. Something created a moment ago can take a few seconds to appear.',
	},
	{
		applies: (facts) => facts.status === 429 && /pending|job/i.test(facts.message),
		message: () => 'Intercom is still working on an earlier job of this kind',
		advice: () => 'Wait until that job is done, or cancel it, and run again.',
	},
	{
		applies: status(429),
		message: () => 'Too many requests to Intercom, and waiting would take longer than allowed',
		advice: () =>
			"Raise 'Maximum Wait' under Request Options, or run less at the same time. Other apps of the workspace share its limit.",
	},
	{
		applies: (facts) =>
			[400, 422].includes(facts.status) &&
			/parameter|missing|invalid|type_mismatch/.test(facts.code),
		message: (facts, subject) =>
			facts.field === undefined
				? `Intercom did not accept the values for the ${subject}: ${facts.message || facts.code}`
				: `Intercom did not accept the field '${facts.field}': ${facts.message || facts.code}`,
		advice: () => 'Correct the value and run again.',
	},
	{
		applies: (facts) => facts.status >= 500 || facts.status === 408,
		message: () => 'Intercom could not answer because of an outage on its side',
		advice: () => 'Try again in a few minutes, and see whether Intercom reports an incident.',
	},
	{
		applies: (facts) => facts.status >= 300 && facts.status < 400,
		message: () => 'Intercom sent the request on to another address',
		advice: () =>
			"Check the region or the 'API Base URL' in the credential; the access token is never sent on to another host.",
	},
];

/** Says in plain words what an error answer means and what the user can do next. */
export function explain(facts: ErrorFacts, request: IntercomRequest, target: Target): Explanation {
	const segment = request.path.split('/')[1] ?? '';
	const subject = subjects[segment] ?? 'record';
	const rule = rules.find((candidate) => candidate.applies(facts));
	if (rule === undefined) {
		return {
			message: `Intercom did not accept the request: ${facts.message || `status ${facts.status}`}`,
			advice: 'Look at the message of Intercom, correct the value it names, and run again.',
		};
	}
	return { message: rule.message(facts, subject), advice: rule.advice(facts, target) };
}
