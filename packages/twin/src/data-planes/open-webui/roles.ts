import type { Accounts, Role, User } from './accounts.ts';
import type { OpenWebUiSettings } from './settings.ts';
import { MESSAGES, WebUiError } from './web-ui.ts';

/**
 * The role of somebody who signs in (facts/openwebui.md section 1.3, Role rules): the first and the only user is an
 * administrator whatever the claims say; without any role in the token the default applies; a token whose roles are all
 * unknown is refused.
 */
export function roleOf(
  settings: OpenWebUiSettings,
  accounts: Accounts,
  user: User | undefined,
  claims: Readonly<Record<string, unknown>>,
): Role {
  if (accounts.users.size === 0 || (user !== undefined && accounts.users.size === 1)) return 'admin';
  const fallback = settings.text('DEFAULT_USER_ROLE', 'pending') as Role;
  if (!settings.flag('ENABLE_OAUTH_ROLE_MANAGEMENT', false)) return user?.role ?? fallback;
  const held = rolesIn(claims, settings.text('OAUTH_ROLES_CLAIM', 'roles'));
  if (held.length === 0) return fallback;
  const holdsOneOf = (name: string, standard: string): boolean =>
    listOf(settings, name, standard).some((role) => role === '*' || held.includes(role));
  if (holdsOneOf('OAUTH_ADMIN_ROLES', 'admin')) return 'admin';
  if (holdsOneOf('OAUTH_ALLOWED_ROLES', 'user,admin')) return 'user';
  throw new WebUiError(403, MESSAGES.prohibited);
}

function listOf(settings: OpenWebUiSettings, name: string, standard: string): readonly string[] {
  return settings
    .text(name, standard)
    .split(settings.text('OAUTH_ROLES_SEPARATOR', ','))
    .map((role) => role.trim())
    .filter((role) => role !== '');
}

/** A claim may lie deeper: `resource_access.roles`. */
function rolesIn(claims: Readonly<Record<string, unknown>>, path: string): readonly string[] {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), claims);
  return [value ?? []].flat().map(String);
}
