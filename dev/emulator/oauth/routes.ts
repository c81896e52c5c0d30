import type { FastifyInstance, FastifyReply } from 'fastify';
import { bodyOf, oneOfTexts, text } from '../body-schema';
import { IntercomError } from '../errors';
import type { Workspace } from '../route';
import type { ConsentRequest, OAuthApp, TokenRequest } from './app';
import { consentPage, DECISIONS, refusalPage, type Decision } from './page';

/** What apps ask with, besides what Intercom documents, because OAuth2 clients send it: RFC 6749. */
const consentFields = {
	client_id: text,
	state: text,
	redirect_uri: text,
	response_type: oneOfTexts('code'),
	// Intercom has no scopes in the request; clients send the parameter empty.
	scope: oneOfTexts(''),
};

const consentQuery = bodyOf(consentFields, ['client_id']);

const decisionBody = bodyOf({ ...consentFields, decision: oneOfTexts(...DECISIONS) }, [
	'client_id',
	'decision',
]);

const tokenBody = bodyOf(
	{
		code: text,
		client_id: text,
		client_secret: text,
		grant_type: oneOfTexts('authorization_code'),
		redirect_uri: text,
	},
	['code', 'client_id', 'client_secret'],
);

/**
 * The pages and the endpoint of Intercom's OAuth2 flow: `/oauth` on the host of the app (in Intercom
 * `app.intercom.com`), `/auth/eagle/token` on the host of the API. Callers need no access token, and
 * the rate limit does not count them. What neither Intercom nor RFC 6749 knows is refused.
 */
export function addOAuthRoutes(
	server: FastifyInstance,
	app: OAuthApp,
	{ state: { appId }, settings }: Workspace,
): void {
	void server.register((scope, _options, done) => {
		const config = { tokenless: true };
		scope.addContentTypeParser(
			'application/x-www-form-urlencoded',
			{ parseAs: 'string' },
			(_request, body: string, parsed) => {
				parsed(null, Object.fromEntries(new URLSearchParams(body)));
			},
		);
		scope.get<{ Querystring: ConsentRequest }>(
			'/oauth',
			{ config, schema: { querystring: consentQuery } },
			({ query }, reply) =>
				answerPage(reply, () => {
					app.redirectUrlOf(query);
					const { permissions } = settings.oauthApp;
					return consentPage({
						request: query,
						workspace: `workspace ${appId}`,
						permissions: permissions === 'all' ? 'all' : permissions.join(', '),
					});
				}),
		);
		scope.post<{ Body: ConsentRequest & { decision: Decision } }>(
			'/oauth',
			{ config, schema: { body: decisionBody } },
			({ body }, reply) => {
				const url = app.redirectUrlOf(body);
				// A code's `=` stays as it is. What a refusal is told by is RFC 6749's; Intercom is silent.
				const answer =
					body.decision === 'authorize' ? `code=${app.issueCode()}` : 'error=access_denied';
				const state = encodeURIComponent(body.state ?? '');
				return reply.redirect(`${url}?${answer}&state=${state}`);
			},
		);
		scope.post<{ Body: TokenRequest }>(
			'/auth/eagle/token',
			{ config, schema: { body: tokenBody } },
			({ body }) => app.redeem(body),
		);
		done();
	});
}

function answerPage(reply: FastifyReply, render: () => string): FastifyReply {
	void reply.type('text/html; charset=utf-8');
	try {
		return reply.send(render());
	} catch (error) {
		if (!(error instanceof IntercomError)) throw error;
		return reply.code(error.status).send(refusalPage(error.message));
	}
}
