import type { PolicyElement } from '../../document/policy-document.ts';
import { NetArray, toBytes } from '../../expressions/values/collections.ts';
import type { BackendRequest, ClientCertificate } from '../../ports.ts';
import { identityToken } from '../backends/credentials.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import type { Handler } from './handler.ts';

/**
 * `authentication-managed-identity`: a token of the gateway's identity. Without output variable it becomes the
 * Authorization header, over whatever the caller sent.
 */
export const authenticationManagedIdentity: Handler = async (run, element) => {
  const resource = await run.required(element, 'resource');
  const clientId = await run.text(element, 'client-id');
  const variable = await run.text(element, 'output-token-variable-name');
  try {
    const token = await identityToken(run, resource, clientId);
    if (variable === undefined) run.requestHeaders.set('Authorization', `Bearer ${token}`);
    else run.setVariable(variable, token);
  } catch (error) {
    if (error instanceof PolicyError && (await run.flag(element, 'ignore-error', false))) return;
    throw error;
  }
};

/** `authentication-basic`: user name and password as the Authorization header. */
export const authenticationBasic: Handler = async (run, element) => {
  run.requestHeaders.set('Authorization', await basicAuthorization(run, element));
};

/** The value of an Authorization header of scheme Basic. */
export async function basicAuthorization(run: Run, element: PolicyElement): Promise<string> {
  const credentials = `${await run.required(element, 'username')}:${await run.required(element, 'password')}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** `authentication-certificate`: the client certificate that the backend is shown. */
export const authenticationCertificate: Handler = async (run, element) => {
  run.certificate = await certificateOf(run, element);
};

/** The certificate that an element names. */
export async function certificateOf(run: Run, element: PolicyElement): Promise<ClientCertificate> {
  for (const kind of ['thumbprint', 'certificate-id'] as const) {
    const name = await run.text(element, kind);
    if (name !== undefined) return { kind, name };
  }
  const body = await run.attribute(element, 'body');
  if (!(body instanceof NetArray))
    throw new PolicyError('CertificateInvalid', 'The body of the client certificate is no byte array.');
  const password = await run.text(element, 'password');
  return { kind: 'body', bytes: toBytes(body), ...(password === undefined ? {} : { password }) };
}

/** `proxy`: where the request to the backend goes through. */
export const proxy: Handler = async (run, element) => {
  run.proxy = await proxyOf(run, element);
};

/** The proxy that an element names. */
export async function proxyOf(run: Run, element: PolicyElement): Promise<NonNullable<BackendRequest['proxy']>> {
  const username = await run.text(element, 'username');
  const password = await run.text(element, 'password');
  return {
    url: await run.required(element, 'url'),
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
}
