import { IntercomError } from './errors';
import type { Route } from './route';
import type { EmulatorSettings, TokenRule } from './settings';

/**
 * The rule of the request's access token.
 * @param header the `Authorization` header: `Bearer <token>` is the only scheme (2.16 line 35515)
 * @throws IntercomError 401 for a missing, unknown or revoked token, or one of another region
 */
export function authenticate(header: string | undefined, settings: EmulatorSettings): TokenRule {
	const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
	const rule = Object.entries(settings.tokens).find(([known]) => known === token)?.[1];
	const reachable = settings.hostRegion === 'US' || settings.hostRegion === settings.region;
	if (!rule || !reachable || rule.revoked !== undefined) {
		throw new IntercomError(401, rule?.revoked ?? 'unauthorized', 'Access Token Invalid');
	}
	return rule;
}

/**
 * Checks that the token may use the route.
 * @throws IntercomError 403 `forbidden` without the permission, 403 `api_plan_restricted` without
 *   the plan (intercom-api.md §7)
 */
export function authorize(rule: TokenRule, route: Route): void {
	const { scope } = route;
	if (scope !== undefined && rule.scopes !== 'all' && !rule.scopes.includes(scope)) {
		throw new IntercomError(
			403,
			'forbidden',
			`You do not have the required scope (${scope}) to access this resource`,
		);
	}
	if (route.paid && rule.plan === 'restricted') {
		throw new IntercomError(403, 'api_plan_restricted', 'Active subscription needed.');
	}
}
