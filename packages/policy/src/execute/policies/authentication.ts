import { identityToken } from '../backends/credentials.ts';
import { PolicyError } from '../policy-error.ts';
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
