import { IntercomError } from './errors';
import { API_VERSIONS, type ApiVersion } from './settings';

/**
 * The version a request asks for.
 * @param header the `Intercom-Version` header; without one the app's own version counts
 * @throws IntercomError 400 for a version that does not exist (intercom-api.md §1.2)
 */
export function readVersion(
	header: string | string[] | undefined,
	defaultVersion: ApiVersion,
): ApiVersion {
	if (header === undefined) return defaultVersion;
	const version = API_VERSIONS.find((known) => known === header);
	if (version) return version;
	throw new IntercomError(
		400,
		'intercom_version_invalid',
		'The requested version could not be found',
	);
}

/** Whether a version has the shapes from before 2.16 (intercom-api.md §1.4). */
export function isOlderThan216(version: ApiVersion): boolean {
	return version === '2.14' || version === '2.15';
}
