import { json } from '../kernel/http.ts';
import type { TwinResponse } from '../kernel/http.ts';
import type { Application } from '../entra/index.ts';
import type { GraphContext } from './context.ts';
import { requireOwnership } from './context.ts';
import { badRequest, notFound } from './errors.ts';
import { objectAt, requiredGuid, textOr } from './read-body.ts';

const TWO_YEARS = 2 * 365 * 24 * 3_600_000;

/** `POST …/addPassword`: the one answer that shows the secret. */
export function addPassword(context: GraphContext, application: Application): TwinResponse {
  requirePost(context);
  requireOwnership(context, application.owners);
  const { world } = context;
  const asked = objectAt(context.body, 'passwordCredential');
  const end = textOr(asked, 'endDateTime', null);
  const number = application.passwords.length;
  const secret = {
    keyId: world.guid(`secret:${application.id}:${number}:${world.clock.now}`),
    displayName: textOr(asked, 'displayName', null),
    secretText: `twin~${world.guid(`secret-text:${application.id}:${number}:${world.clock.now}`)}`,
    startsAt: world.clock.now,
    endsAt: end === null ? world.clock.now + TWO_YEARS : Date.parse(end),
  };
  if (Number.isNaN(secret.endsAt)) throw badRequest(`Invalid value specified for property 'endDateTime'.`);
  context.directory.applications.put({ ...application, passwords: [...application.passwords, secret] });
  return json(200, {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.passwordCredential',
    customKeyIdentifier: null,
    keyId: secret.keyId,
    displayName: secret.displayName,
    secretText: secret.secretText,
    hint: secret.secretText.slice(0, 3),
    startDateTime: new Date(secret.startsAt).toISOString(),
    endDateTime: new Date(secret.endsAt).toISOString(),
  });
}

/** `POST …/removePassword {keyId}`. */
export function removePassword(context: GraphContext, application: Application): TwinResponse {
  requirePost(context);
  requireOwnership(context, application.owners);
  const keyId = requiredGuid(context.body, 'keyId');
  const passwords = application.passwords.filter((secret) => secret.keyId !== keyId);
  if (passwords.length === application.passwords.length)
    throw badRequest(`No password credential found with keyId '${keyId}'.`);
  context.directory.applications.put({ ...application, passwords });
  return { status: 204 };
}

function requirePost(context: GraphContext): void {
  if (context.method !== 'POST') throw notFound(context.path.join('/'));
}
