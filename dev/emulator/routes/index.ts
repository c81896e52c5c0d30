import type { Route } from '../route';
import { adminRoutes } from './admins';
import { contactRoutes } from './contacts';

/** Every operation the emulator plays: one line per resource, alphabetical. */
export const routes: readonly Route[] = [...adminRoutes, ...contactRoutes];
