import type { User } from './accounts.ts';
import { jsonOr, type OpenWebUiSettings } from './settings.ts';

/** One OpenAI-compatible service that models are asked of (facts/openwebui.md section 1.9). */
export interface Connection {
  readonly url: string;
  readonly key: string;
  readonly authType: string;
  /** Given: these are its models, and nobody asks it for a list. */
  readonly modelIds: readonly string[];
  readonly prefix: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Configuration {
  readonly enable?: boolean;
  readonly auth_type?: string;
  readonly model_ids?: readonly string[];
  readonly prefix_id?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The connections that are switched on. Invalid JSON in the configurations is ignored there: all is default then. */
export function connectionsOf({ text, flag }: OpenWebUiSettings): readonly Connection[] {
  if (!flag('ENABLE_OPENAI_API', true)) return [];
  const urls = text('OPENAI_API_BASE_URLS', text('OPENAI_API_BASE_URL', 'https://api.openai.com/v1')).split(';');
  const keys = text('OPENAI_API_KEYS', text('OPENAI_API_KEY')).split(';');
  const configurations = jsonOr<Readonly<Record<string, Configuration>>>(text('OPENAI_API_CONFIGS'), {});
  return urls.flatMap((url, index) => {
    const { enable, auth_type, model_ids, prefix_id, headers } = configurations[String(index)] ?? {};
    if (enable === false) return [];
    return [
      {
        url: url.trim().replace(/\/$/, ''),
        key: keys[index] ?? '',
        authType: auth_type ?? 'bearer',
        modelIds: model_ids ?? [],
        prefix: prefix_id === undefined || prefix_id === '' ? '' : `${prefix_id}.`,
        headers: headers ?? {},
      },
    ];
  });
}

/** What a call to a connection says of who calls: its Authorization, and headers of its own with their marks filled in. */
export function connectionHeaders(
  connection: Connection,
  user: User,
  tokens: { readonly person: string | undefined; readonly session: string | undefined },
  cookies: string | undefined,
): readonly (readonly [string, string])[] {
  const { authType, key } = connection;
  const token = { bearer: key, system_oauth: tokens.person, session: tokens.session }[authType];
  // With a token of the person it passes on all cookies of the request, too (facts/openwebui.md section 2.1).
  const passesCookies = cookies !== undefined && (authType === 'system_oauth' || authType === 'session');
  const marks: Readonly<Record<string, string>> = {
    USER_ID: user.id,
    USER_EMAIL: user.email,
    USER_NAME: user.name,
    USER_ROLE: user.role,
  };
  const own = Object.entries(connection.headers).map(
    ([name, value]) => [name, value.replaceAll(/\{\{(\w+)\}\}/g, (_, mark: string) => marks[mark] ?? '')] as const,
  );
  const replaced = new Set(own.map(([name]) => name.toLowerCase()));
  const standard: readonly (readonly [string, string])[] = [
    ['Content-Type', 'application/json'],
    ...(token === undefined || token === '' ? [] : [['Authorization', `Bearer ${token}`] as const]),
    ...(passesCookies ? [['Cookie', cookies] as const] : []),
  ];
  return [...standard.filter(([name]) => !replaced.has(name.toLowerCase())), ...own];
}
