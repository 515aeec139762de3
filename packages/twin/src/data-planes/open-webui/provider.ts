import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { bytesOf, outgoingRequest } from '../outgoing.ts';
import type { DataPlanePorts } from '../ports.ts';
import { jsonOr, type OidcSettings } from './settings.ts';
import type { WebUi } from './web-ui.ts';

/** What Open WebUI reads of the provider's metadata. */
export interface ProviderMetadata {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
}

/** The token endpoint's answer. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
  readonly id_token?: string;
  readonly refresh_token?: string;
}

type Body = Readonly<Record<string, unknown>>;

interface Refusal {
  readonly error?: string;
  readonly error_description?: string;
}

/** Reads the provider's metadata. Throws where it cannot be reached or answers anything else. */
export async function metadataOf(webUi: WebUi, oidc: OidcSettings, ports: DataPlanePorts): Promise<ProviderMetadata> {
  return (await call(webUi, ports, oidc.metadataUrl)) as unknown as ProviderMetadata;
}

/** Asks the token endpoint; a public client names itself and proves nothing. Throws what the provider says against it. */
export async function askForTokens(
  webUi: WebUi,
  oidc: OidcSettings,
  ports: DataPlanePorts,
  grant: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const { token_endpoint: url } = await metadataOf(webUi, oidc, ports);
  const secret = oidc.clientSecret === '' ? {} : { client_secret: oidc.clientSecret };
  const form = new URLSearchParams({ client_id: oidc.clientId, ...secret, ...grant });
  return (await call(webUi, ports, url, form)) as unknown as TokenAnswer;
}

/** The claims of an ID token that is the provider's, for this client, and of this sign-in. Throws for any other. */
export async function claimsOf(
  webUi: WebUi,
  oidc: OidcSettings,
  ports: DataPlanePorts,
  idToken: string,
  nonce: unknown,
): Promise<Body> {
  const metadata = await metadataOf(webUi, oidc, ports);
  const keys = (await call(webUi, ports, metadata.jwks_uri)) as unknown as JSONWebKeySet;
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
    issuer: metadata.issuer,
    audience: oidc.clientId,
    currentDate: new Date(webUi.world.clock.now),
  });
  if (payload['nonce'] !== nonce) throw new Error('The nonce of the ID token is not that of this sign-in.');
  return payload;
}

async function call(webUi: WebUi, ports: DataPlanePorts, url: string, form?: URLSearchParams): Promise<Body> {
  const response = await ports.callHost(
    outgoingRequest({
      method: form === undefined ? 'GET' : 'POST',
      url,
      place: webUi.place,
      ...(form === undefined
        ? {}
        : {
            headers: [['Content-Type', 'application/x-www-form-urlencoded']],
            body: Buffer.from(form.toString()),
          }),
    }),
  );
  const body = jsonOr<Body>((await bytesOf(response.body)).toString('utf8'), {});
  if (response.status === 200) return body;
  const { error_description, error } = body as Refusal;
  throw new Error(error_description ?? error ?? `${url} answered ${response.status}`);
}
