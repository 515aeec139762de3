import type { TwinRequest, TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { EntraError, errorBody } from './aadsts.ts';
import { findClient } from './client-authentication.ts';
import { directoryOf } from './directory.ts';
import { checkPersonAssigned } from './grants.ts';
import type { Person } from './model.ts';
import { formPostPage, peoplePage, refusalPage } from './pages.ts';
import { platformOf } from './redirects.ts';
import { consentedScopes, findResource, readScopes } from './scopes.ts';
import { signInsOf } from './sign-ins.ts';
import type { SignIn } from './sign-ins.ts';

/**
 * The authorize endpoint. A person signs in by being named: `login_hint=ada@contoso.com` in the request stands for
 * typing the name and the password; without it a page lists the tenant's people, each a link that adds it.
 */
export function authorize(world: World, request: TwinRequest): TwinResponse {
  const form = new URLSearchParams(request.url.searchParams);
  if (request.method === 'POST')
    for (const [name, value] of new URLSearchParams(request.body.toString('utf8'))) form.set(name, value);
  let target: Target;
  try {
    target = targetOf(world, form);
  } catch (error) {
    // Nothing may be sent to an address that is not registered: the person sees the error instead.
    if (error instanceof EntraError) return refusalPage(errorBody(world, error, undefined).error_description);
    throw error;
  }
  try {
    return signIn(world, request, form, target);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const { error_description } = errorBody(world, error, undefined);
    const code = error.options.suberror === 'consent_required' ? 'consent_required' : error.error;
    return answer(target, { error: code, error_description });
  }
}

interface Target {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly platform: SignIn['platform'];
  readonly mode: string;
  readonly state: string | null;
}

function targetOf(world: World, form: URLSearchParams): Target {
  const clientId = parameter(form, 'client_id');
  findClient(world, clientId);
  const application = directoryOf(world).applicationOf(clientId);
  if (application === undefined)
    throw new EntraError(
      700016,
      'unauthorized_client',
      `Application with identifier '${clientId}' is no registration.`,
    );
  const redirectUri = parameter(form, 'redirect_uri');
  const platform = platformOf(application, redirectUri);
  return {
    clientId: application.appId,
    redirectUri,
    platform,
    mode: form.get('response_mode') ?? 'query',
    state: form.get('state'),
  };
}

function signIn(world: World, request: TwinRequest, form: URLSearchParams, target: Target): TwinResponse {
  checkShape(form, target);
  const hint = form.get('login_hint');
  if (hint === null) {
    if (form.get('prompt') === 'none')
      throw new EntraError(50058, 'login_required', 'A silent sign-in request was sent but no user is signed in.');
    return peoplePage(request.url, form, directoryOf(world).people.all());
  }
  const person = personNamed(world, hint);
  const scope = parameter(form, 'scope');
  checkAccess(world, target, person, scope);
  const challenge = form.get('code_challenge');
  const nonce = form.get('nonce');
  const code = signInsOf(world).newCode({
    clientId: target.clientId,
    personId: person.id,
    redirectUri: target.redirectUri,
    platform: target.platform,
    scope,
    ...(nonce === null ? {} : { nonce }),
    ...(challenge === null
      ? {}
      : { challenge: { value: challenge, method: form.get('code_challenge_method') === 'S256' ? 'S256' : 'plain' } }),
  });
  return answer(target, { code });
}

function checkShape(form: URLSearchParams, target: Target): void {
  const type = parameter(form, 'response_type');
  if (type !== 'code')
    throw new EntraError(700054, 'invalid_request', `response_type '${type}' is not enabled for the application.`);
  if (!['query', 'fragment', 'form_post'].includes(target.mode))
    throw new EntraError(70007, 'invalid_request', `'${target.mode}' is not a supported value of 'response_mode'.`);
  if (target.platform === 'spa' && form.get('code_challenge') === null)
    throw new EntraError(
      9002325,
      'invalid_request',
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
}

function checkAccess(world: World, target: Target, person: Person, scope: string): void {
  const client = findClient(world, target.clientId);
  checkPersonAssigned(world, person, client);
  const asked = readScopes(scope);
  const resource = findResource(world, asked.resourceName);
  consentedScopes(world, client, resource, person.id, asked.permissions);
}

function personNamed(world: World, hint: string): Person {
  const wanted = hint.toLowerCase();
  const person = directoryOf(world).people.find((item) => item.userPrincipalName.toLowerCase() === wanted);
  if (person !== undefined) return person;
  throw new EntraError(50034, 'invalid_request', `The user account ${hint} does not exist in the Contoso directory.`);
}

function parameter(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value !== null && value !== '') return value;
  throw new EntraError(900144, 'invalid_request', `The request body must contain the following parameter: '${name}'.`);
}

function answer(target: Target, values: Readonly<Record<string, string>>): TwinResponse {
  const parameters = new URLSearchParams({ ...values, ...(target.state === null ? {} : { state: target.state }) });
  if (target.mode === 'form_post') return formPostPage(target.redirectUri, parameters);
  const location = new URL(target.redirectUri);
  if (target.mode === 'fragment') location.hash = parameters.toString();
  else for (const [name, value] of parameters) location.searchParams.set(name, value);
  return { status: 302, headers: { location: location.href, 'cache-control': 'no-store' }, wrote: false };
}
