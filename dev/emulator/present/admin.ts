import type { Admin } from '../records';

/** An admin in the shape of 2.16 `admin`. */
export function presentAdmin(admin: Admin): object {
	return { type: 'admin', ...admin };
}
