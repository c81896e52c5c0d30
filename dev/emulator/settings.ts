import { CLIENT_SECRET } from './webhooks/notification';

/**
 * Versions the `Intercom-Version` header may name, oldest first (intercom-api.md §1.1).
 * The last one is spelled with a capital; `preview` is refused (intercom-api.md §1.1).
 */
export const API_VERSIONS = ['2.14', '2.15', '2.16', 'Preview'] as const;

/** A version the emulator answers to. */
export type ApiVersion = (typeof API_VERSIONS)[number];

/** Regions a workspace can live in (2.16 lines 35604-35610). */
export const REGIONS = ['US', 'EU', 'AU'] as const;

/** A region a workspace can live in. */
export type Region = (typeof REGIONS)[number];

/** Intercom's real API host of each region (2.16 lines 35604-35610). */
export const REGION_HOSTS: Readonly<Record<Region, string>> = {
	US: 'https://api.intercom.io',
	EU: 'https://api.eu.intercom.io',
	AU: 'https://api.au.intercom.io',
};

/** What an access token may do. */
export interface TokenRule {
	/** Permissions the token has; `'all'` for a private app's own token (intercom-api.md §3). */
	scopes: 'all' | string[];
	/** `'restricted'` makes routes that need a paid plan answer 403 (intercom-api.md §7). */
	plan: 'full' | 'restricted';
	/**
	 * Set where the token was taken away: the code of the 401, one of Intercom's list of error codes.
	 * Which of them an uninstalled app gets is not documented.
	 */
	revoked?: 'unauthorized' | 'token_revoked' | 'token_blocked' | 'token_expired';
}

/** The app as it is set up in the Developer Hub. */
export interface OAuthAppSettings {
	clientId: string;
	/** Proves that the app asks for a token, and signs its notifications. */
	clientSecret: string;
	/**
	 * Where codes may be sent; the first is the default. Intercom takes only `https://`, the emulator
	 * any address, because an n8n on this machine has no certificate.
	 */
	redirectUrls: string[];
	/** The permissions ticked for the app: what its tokens may do. */
	permissions: TokenRule['scopes'];
	/** How long a code is good for, in milliseconds. Intercom's: about five minutes. */
	codeExpiryMilliseconds: number;
}

/** The tokens every emulator knows. Others can be added to {@link EmulatorSettings.tokens}. */
export const TOKENS = {
	/** May do everything. */
	valid: 'emulator-access-token',
	/** Is accepted, but lacks every permission but reading admins: 403 `forbidden`. */
	withoutScopes: 'emulator-token-without-scopes',
	/** Belongs to a workspace without a paid plan: 403 `api_plan_restricted`. */
	restrictedPlan: 'emulator-token-restricted-plan',
} as const;

/** Knobs of the rate limit: fixed windows aligned to the clock (docs/intercom/recorded-answers.md). */
export interface RateLimitSettings {
	/** Requests per window for the app; 0 or null for no limit and no headers. */
	limit: number | null;
	/** Length of a window in seconds. Intercom's is 10. */
	windowSeconds: number;
	/**
	 * How far `X-RateLimit-Reset` lies after the end of the window, in seconds. Intercom's lies 6
	 * seconds after it (docs/intercom/recorded-answers.md).
	 */
	resetDelaySeconds: number;
	/** Whether answers carry the `X-RateLimit-*` headers. */
	headers: boolean;
	/** Narrower limits per window by route family, for example `{ search: 166, scroll: 16 }`. */
	families: Record<string, number | null>;
	/** Requests per window that other apps of the workspace use up before this one starts. */
	usedByOtherApps: number;
}

/** The knobs of a running emulator. All may be changed at any time and count from then on. */
export interface EmulatorSettings {
	/** Region of the workspace, shown by `GET /me`. */
	region: Region;
	/**
	 * Region of the host the emulator pretends to be. `US` routes every token to its workspace, the
	 * other hosts know only their own (intercom-api.md §3; the 401 is inferred).
	 */
	hostRegion: Region;
	/** IANA name of the workspace's time zone: the one in which contact search cuts days. */
	timezone: string;
	/** The app's own version: counts when a request has no `Intercom-Version` header. */
	defaultVersion: ApiVersion;
	/** Accepted tokens and what they may do. */
	tokens: Record<string, TokenRule>;
	/** The app that connects workspaces by OAuth2. */
	oauthApp: OAuthAppSettings;
	/** Time every request takes, in milliseconds. */
	latencyMilliseconds: number;
	/** Spread of the latency as a fraction: 0.2 means ±20 %. Seeded, so runs repeat. */
	latencyJitter: number;
	/** How far the emulator's clock is ahead of the real one, in milliseconds. */
	clockSkewMilliseconds: number;
	/** How long a write stays invisible to search, in milliseconds (2.16 line 8734: minutes). */
	searchLagMilliseconds: number;
	/** The rate limit. */
	rateLimit: RateLimitSettings;
	/**
	 * What happens to custom attributes that `/data_attributes` does not list. Intercom's behaviour
	 * is not known (intercom-api.md §13), so the default is the loud one.
	 */
	unknownCustomAttributes: 'refuse' | 'ignore' | 'accept';
	/**
	 * What `pages.next` of a list by page number holds when there is another page: a URL on
	 * Intercom's real host, nothing, or whichever the description says (`cursor_pages` lists can't
	 * have a URL, `pages_link` ones can). Intercom is known to do both (intercom-api.md §5).
	 */
	pageLinks: 'url' | 'none' | 'described';
	/**
	 * What `GET /companies` answers to `name` or `company_id`: the description says a list, its prose
	 * "a single company" (intercom-api.md §5).
	 */
	companyLookup: 'list' | 'company';
	/**
	 * How long a new contact can't be sent messages, in milliseconds; 404 until then (2.16 line
	 * 16492). Creation times count in whole seconds.
	 */
	messagingLagMilliseconds: number;
	/** Whether teammates must give a reason for being away (2.16 `away_status_reason_mandatory`). */
	awayStatusReasonMandatory: boolean;
	/** Whether the file store says beforehand how long a file is; real ones may not. */
	fileLengths: boolean;
	/** Whether the file store sends on to another address first. */
	fileRedirects: boolean;
	/** Companies a contact may have (intercom-api.md §7: 1,000). */
	companiesPerContact: number;
	/** Rows `POST /companies/list` can reach (intercom-api.md §5: 10,000). */
	companyListReach: number;
	/** How long work in the background takes, in milliseconds. */
	jobMilliseconds: number;
	/** Whether work in the background fails. */
	jobsFail: boolean;
	/** Companies on a page of the scroll (intercom-api.md §5: about 100). */
	scrollPageSize: number;
	/**
	 * Pages after which every scroll breaks with a 500 and has to be started again (2.16 line 6862);
	 * null for never.
	 */
	scrollBreaksAfterPages: number | null;
	/** Idle time after which a scroll expires, in milliseconds (2.16 line 6853: one minute). */
	scrollExpiryMilliseconds: number;
}

/** Settings with every knob optional, as given at start or over HTTP. */
export type SettingsChange = Partial<Omit<EmulatorSettings, 'rateLimit' | 'oauthApp'>> & {
	rateLimit?: Partial<RateLimitSettings>;
	oauthApp?: Partial<OAuthAppSettings>;
};

/** A fresh set of settings: a workspace without latency, lag or faults, at Intercom's real limit. */
export function defaultSettings(): EmulatorSettings {
	return {
		region: 'US',
		hostRegion: 'US',
		timezone: 'America/Los_Angeles',
		defaultVersion: '2.16',
		tokens: {
			[TOKENS.valid]: { scopes: 'all', plan: 'full' },
			[TOKENS.withoutScopes]: { scopes: ['read_admins'], plan: 'full' },
			[TOKENS.restrictedPlan]: { scopes: 'all', plan: 'restricted' },
		},
		oauthApp: {
			clientId: 'emulator-client-id',
			clientSecret: CLIENT_SECRET,
			redirectUrls: [],
			permissions: 'all',
			codeExpiryMilliseconds: 300_000,
		},
		latencyMilliseconds: 0,
		latencyJitter: 0,
		clockSkewMilliseconds: 0,
		searchLagMilliseconds: 0,
		rateLimit: {
			limit: 1666,
			windowSeconds: 10,
			resetDelaySeconds: 6,
			headers: true,
			families: {},
			usedByOtherApps: 0,
		},
		unknownCustomAttributes: 'refuse',
		pageLinks: 'described',
		companyLookup: 'list',
		messagingLagMilliseconds: 0,
		awayStatusReasonMandatory: false,
		fileLengths: true,
		fileRedirects: false,
		companiesPerContact: 1000,
		companyListReach: 10_000,
		jobMilliseconds: 0,
		jobsFail: false,
		scrollPageSize: 100,
		scrollBreaksAfterPages: null,
		scrollExpiryMilliseconds: 60_000,
	};
}

/** Changes the given settings in place; the rate limit's and the app's own may come one by one. */
export function changeSettings(settings: EmulatorSettings, change: SettingsChange): void {
	const { rateLimit, oauthApp, ...rest } = change;
	Object.assign(settings, rest);
	Object.assign(settings.rateLimit, rateLimit);
	Object.assign(settings.oauthApp, oauthApp);
}
