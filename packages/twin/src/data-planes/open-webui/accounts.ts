import { perWorld } from '../../entra/per-world.ts';
import type { WebUi } from './web-ui.ts';

export type Role = 'pending' | 'user' | 'admin';

/** Somebody with an account. */
export interface User {
  readonly id: string;
  /** Who it is at the OpenID provider; undefined for the bootstrap administrator. */
  readonly sub: string | undefined;
  readonly email: string;
  readonly name: string;
  role: Role;
}

/** Tokens of a person, kept for calls in the person's name. Times in virtual milliseconds. */
export interface OAuthSession {
  readonly id: string;
  readonly userId: string;
  accessToken: string;
  refreshToken: string | undefined;
  expiresAt: number;
}

/** The tables of one database. */
export interface Accounts {
  readonly users: Map<string, User>;
  readonly sessions: Map<string, OAuthSession>;
}

const databasesOf = perWorld(() => new Map<string, Accounts>());

/** The accounts in an Open WebUI's database; without one of its own they end with the container's app. */
export function accountsOf(webUi: WebUi): Accounts {
  const { world, settings, id } = webUi;
  const databases = databasesOf(world);
  const key = settings.database ?? id.toLowerCase();
  const accounts = databases.get(key) ?? { users: new Map(), sessions: new Map() };
  databases.set(key, accounts);
  if (accounts.users.size === 0) addBootstrapAdmin(webUi, accounts);
  return accounts;
}

/** Makes an account. Ids depend on the seed and the number of accounts alone. */
export function addUser(webUi: WebUi, accounts: Accounts, user: Omit<User, 'id'>): User {
  const id = webUi.world.guid(`open-webui-user:${webUi.id.toLowerCase()}:${accounts.users.size}`);
  const added = { id, ...user };
  accounts.users.set(id, added);
  return added;
}

/** `WEBUI_ADMIN_EMAIL` and `_PASSWORD` make an administrator where there is nobody yet. */
function addBootstrapAdmin(webUi: WebUi, accounts: Accounts): void {
  const { text } = webUi.settings;
  const email = text('WEBUI_ADMIN_EMAIL').toLowerCase();
  if (email === '' || text('WEBUI_ADMIN_PASSWORD') === '') return;
  addUser(webUi, accounts, { sub: undefined, email, name: text('WEBUI_ADMIN_NAME', 'Admin'), role: 'admin' });
}
