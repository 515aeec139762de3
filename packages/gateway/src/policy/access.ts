import type { Access, Limits, Model } from '@lz/config';
import { ASKED } from './asked-model.ts';
import { hasRole } from './caller-variables.ts';
import { INFERENCE_OPERATIONS, isOneOf, OPEN_OPERATIONS } from './operations.ts';
import { choose, literal, literals, splitLiteral, text, variableOfStatements, when, whenStatements } from './pieces.ts';
import { refusal, type Refusal } from './refusal.ts';

/** Who may do what. */
export interface AccessOptions {
  readonly environmentName: string;
  readonly callerClientIds: readonly string[];
  readonly access: Access;
  readonly limits: Limits;
  readonly models: readonly Pick<Model, 'name' | 'allow'>[];
}

/** A condition in C#, and what is answered where it holds. */
type Check = readonly [condition: string, answer: Refusal];

function refuseWhere(environmentName: string, checks: readonly Check[]): string {
  return choose(...checks.map(([condition, answer]) => when(condition, refusal(environmentName, answer))));
}

/** Whoever is nobody, has no role, or is no administrator on what is shared, is refused. */
export function roleCheck({ environmentName }: AccessOptions): string {
  return refuseWhere(environmentName, [
    [
      `${text('person')} == ""`,
      {
        status: 403,
        code: 'person_missing',
        message: 'The token names no person (oid), so nobody could be asked about its use. Sign in as a person.',
      },
    ],
    [
      `${text('roles')} == ","`,
      {
        status: 403,
        code: 'role_missing',
        message: 'You have no role in this application. Ask its administrators for the role "user".',
      },
    ],
    [
      `!${isOneOf(OPEN_OPERATIONS)} && !${hasRole('admin')}`,
      {
        status: 403,
        code: 'admin_only',
        message: 'This operation is for administrators. Ask for the role "admin".',
      },
    ],
  ]);
}

/**
 * Where groups decide anything, a token that does not tell them is refused, and no group is guessed. Two callers have
 * none for good: an application in its own name, and a person to whom a role was given without a group.
 */
export function groupCheck(options: AccessOptions): string {
  if (!groupsDecide(options)) return '';
  const { environmentName, access, callerClientIds } = options;
  const people = [...access.admins, ...access.users].flatMap(({ kind, objectId }) =>
    kind === 'user' ? [objectId] : [],
  );
  const token = 'var claims = ((Jwt)context.Variables["token"]).Claims;';
  return choose(
    whenStatements(
      `
        ${token}
        if (claims.ContainsKey("hasgroups")) { return true; }
        return claims.ContainsKey("_claim_names") && claims["_claim_names"].Any(names => names.Contains("groups"));
      `,
      refusal(environmentName, {
        status: 403,
        code: 'groups_overage',
        message:
          'You are in more groups than a token can name, so the gateway cannot tell what you may use. Ask the administrators to let the application name only groups that are assigned to it (groupMembershipClaims: ApplicationGroup), then sign in again.',
      }),
    ),
    whenStatements(
      `
        ${token}
        if (claims.ContainsKey("groups")) { return false; }
        var client = claims.ContainsKey("azp") ? claims["azp"][0] : claims["appid"][0];
        if (!claims.ContainsKey("scp") && ${literals(callerClientIds)}.Contains(client)) { return false; }
        return !${splitLiteral(people)}.Contains(${text('person')});
      `,
      refusal(environmentName, {
        status: 403,
        code: 'groups_missing',
        message:
          'The token does not say which groups you are in, so the gateway cannot tell what you may use. Sign in again; if that does not help, ask the administrators for a group that has a role in this application.',
      }),
    ),
  );
}

function groupsDecide({ limits, models }: AccessOptions): boolean {
  return Object.keys(limits.perGroup).length > 0 || models.some(({ allow }) => (allow?.groups.length ?? 0) > 0);
}

/** `models`: those that the caller may use, `,gpt-5-mini,gpt-5.2,`. */
export function allowedModels({ models }: AccessOptions): string {
  const parts = models.map(({ name, allow }) => {
    if (allow === undefined) return literal(`${name},`);
    const conditions = [holdsOneOf(allow.roles, 'roles'), holdsOneOf(allow.groups, 'groups')].filter(
      (one) => one !== '',
    );
    return `(${conditions.join(' || ')} ? ${literal(`${name},`)} : "")`;
  });
  return variableOfStatements('models', ` return ${['","', ...parts].join(' + ')}; `);
}

function holdsOneOf(names: readonly string[], list: string): string {
  return names.length === 0 ? '' : `${splitLiteral(names)}.Any(one => ${text(list)}.Contains("," + one + ","))`;
}

/** C# text: what the caller may use, for people. */
const YOURS = `(${text('models')} == "," ? "You may use none; ask the administrators." : "You may use: " + ${text('models')}.Trim(',').Replace(",", ", ") + ".")`;

/** A request is for a model that there is, and that the caller may use; or for none, where none is needed. */
export function modelCheck({ environmentName }: AccessOptions): string {
  const isInference = isOneOf(INFERENCE_OPERATIONS);
  const asked = text('asked');
  return refuseWhere(environmentName, [
    [
      `${asked} == "${ASKED.tooLarge}"`,
      {
        status: 413,
        code: 'request_too_large',
        message: 'The request is too large. Send less text or smaller pictures.',
      },
    ],
    [
      `${asked} == "${ASKED.unreadable}" || (${isInference} && ${asked} == "${ASKED.nothing}")`,
      {
        status: 400,
        code: 'invalid_body',
        message:
          'The body cannot be read without doubt. Send one JSON object as application/json in UTF-8, not compressed, with each of model, stream and stream_options at most once; a form must not name a model.',
      },
    ],
    [
      `${isInference} && ${asked} == "${ASKED.noModel}"`,
      {
        status: 400,
        code: 'missing_required_parameter',
        param: 'model',
        message: 'The member "model" is missing or is no text. ',
        detail: YOURS,
      },
    ],
    [
      `${isInference} && ${text('model')} == ""`,
      { status: 404, code: 'model_not_found', param: 'model', message: 'There is no such model. ', detail: YOURS },
    ],
    [
      `${text('model')} != "" && !${mayUse('model')}`,
      {
        status: 403,
        code: 'model_not_allowed',
        param: 'model',
        message: 'You may not use the model ',
        detail: `${text('model')} + "; ask the administrators for it. " + ${YOURS}`,
      },
    ],
  ]);
}

/** Whether the model that a variable names is one of the caller's. */
export function mayUse(name: string): string {
  return `${text('models')}.Contains("," + ${text(name)} + ",")`;
}
