import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import { IntercomError } from '../errors';
import type { EmulatorSettings, TokenRule } from '../settings';

/** What an app sends along when it asks for consent. */
export interface ConsentRequest {
	client_id: string;
	/** Comes back with the answer, unchanged. */
	state?: string;
	/** One of the app's redirect URLs; default: the first. */
	redirect_uri?: string;
}

/** What an app hands in for a token: the three fields that Intercom documents. */
export interface TokenRequest {
	code: string;
	client_id: string;
	client_secret: string;
}

/** A token as Intercom answers it: under two names, without expiry and without a refresh token. */
export interface TokenAnswer {
	token_type: 'Bearer';
	token: string;
	access_token: string;
}

/** A code that waits to be exchanged. */
interface PendingCode {
	/** Milliseconds of the emulator's clock. */
	expiresAt: number;
	scopes: TokenRule['scopes'];
}

/** Why a token that was good is not accepted any more: codes of Intercom's list of errors. */
export type Revocation = NonNullable<TokenRule['revoked']>;

/**
 * The app of the Developer Hub that connects workspaces by OAuth2: hands out codes, exchanges them
 * for tokens and revokes those. Tokens keep the permissions that the app had when consent was given.
 */
export class OAuthApp {
	private readonly codes = new Map<string, PendingCode>();
	private issued = 0;

	constructor(
		private readonly settings: EmulatorSettings,
		private readonly clock: Clock,
	) {}

	/**
	 * Checks what an app asks with.
	 * @returns where the answer goes
	 * @throws IntercomError 404 for an unknown app, 400 for a redirect URL that is not registered
	 *   (both assumed: Intercom shows a page that it does not document)
	 */
	redirectUrlOf({ client_id: clientId, redirect_uri: asked }: ConsentRequest): string {
		const { oauthApp } = this.settings;
		if (clientId !== oauthApp.clientId) {
			throw new IntercomError(404, 'not_found', 'There is no app with this client_id');
		}
		const url = asked ?? oauthApp.redirectUrls.at(0);
		if (url === undefined || !oauthApp.redirectUrls.includes(url)) {
			throw new IntercomError(
				400,
				'parameter_invalid',
				'The redirect_uri is not one of the redirect URLs of the app',
				{ field: 'redirect_uri' },
			);
		}
		return url;
	}

	/** Gives consent. Codes end in `=`, as Intercom's do, and must come back intact. */
	issueCode(): string {
		const { codeExpiryMilliseconds, permissions } = this.settings.oauthApp;
		const code = this.secret('code');
		this.codes.set(code, {
			expiresAt: this.clock.milliseconds() + codeExpiryMilliseconds,
			scopes: permissions,
		});
		return code;
	}

	/**
	 * Exchanges a code for a token.
	 * @throws IntercomError 401 for an unknown, used or expired code, and for a wrong client ID or
	 *   client secret (its message is assumed)
	 */
	redeem({ code, client_id: id, client_secret: secret }: TokenRequest): TokenAnswer {
		const { clientId, clientSecret } = this.settings.oauthApp;
		if (id !== clientId || secret !== clientSecret) {
			throw new IntercomError(401, 'unauthorized', 'Unauthorized Client');
		}
		const pending = this.codes.get(code);
		this.codes.delete(code);
		if (pending === undefined || pending.expiresAt < this.clock.milliseconds()) {
			throw new IntercomError(401, 'unauthorized', 'Unauthorized Code');
		}
		const token = this.grant(pending.scopes);
		return { token_type: 'Bearer', token, access_token: token };
	}

	/** Hands out a token without asking for consent, for tests that need nothing but a token. */
	grant(scopes: TokenRule['scopes'] = this.settings.oauthApp.permissions): string {
		const token = this.secret('tok');
		this.settings.tokens[token] = { scopes, plan: 'full' };
		return token;
	}

	/** Takes a token away, as uninstalling the app does. */
	revoke(token: string, revoked: Revocation): void {
		this.settings.tokens[token] = { ...this.settings.tokens[token], revoked };
	}

	/** Takes all tokens of the app away: its admin uninstalls it. */
	uninstall(revoked: Revocation = 'token_revoked'): void {
		for (const token of Object.keys(this.settings.tokens)) {
			if (token.startsWith(TOKEN_PREFIX)) this.revoke(token, revoked);
		}
	}

	/** A text in the shape of Intercom's tokens and codes: Base64 that ends in `=`. */
	private secret(kind: string): string {
		this.issued += 1;
		const digest = createHash('sha256').update(`${kind} ${this.issued}`).digest('hex');
		return encode(`${kind}:${digest.slice(0, 34 - kind.length)}`);
	}
}

function encode(text: string): string {
	return Buffer.from(text).toString('base64');
}

/** How the tokens of the app begin, and its other tokens do not. */
const TOKEN_PREFIX = encode('tok').slice(0, 4);
