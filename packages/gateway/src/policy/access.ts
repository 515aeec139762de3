import { isOneOf, OPEN_OPERATIONS } from './operations.ts';
import { choose, refusal, when } from './pieces.ts';

/** Whoever has no role, and whoever is no administrator on what is shared, is refused. */
export function roleCheck(): string {
  const roles = '((string)context.Variables["roles"]).Split(\',\')';
  const noRole = `(string)context.Variables["person"] == "" || !(${roles}.Contains("user") || ${roles}.Contains("admin"))`;
  const adminOnly = `!${isOneOf(OPEN_OPERATIONS)} && !${roles}.Contains("admin")`;
  return choose(
    when(
      noRole,
      refusal(
        403,
        'Forbidden',
        'You have no role in this application. Ask its administrators for the role "user".',
        'role_missing',
      ),
    ),
    when(
      adminOnly,
      refusal(403, 'Forbidden', 'This operation is for administrators. Ask for the role "admin".', 'admin_only'),
    ),
  );
}
