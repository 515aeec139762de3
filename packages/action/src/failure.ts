import {
  AzureRequestError,
  DeploymentFailedError,
  leafError,
  leafErrorsOfRequest,
  resourceNameOf,
  SignInError,
  type LeafError,
} from '@lz/azure';
import { ActionError } from './errors.ts';

/** The leaf errors of whatever ended a run. */
export function leafErrorsOf(
  error: unknown,
  { tenantId, clientId }: { readonly tenantId: string; readonly clientId: string },
): readonly LeafError[] {
  if (error instanceof AggregateError)
    return error.errors.flatMap((inner: unknown) => leafErrorsOf(inner, { tenantId, clientId }));
  if (error instanceof DeploymentFailedError && error.leafErrors.length > 0) return error.leafErrors;
  if (error instanceof AzureRequestError) {
    const path = /^https:\/\/management\.azure\.com(\/subscriptions\/.+)$/i.exec(error.url)?.[1];
    const resourceId = path !== undefined && resourceNameOf(path) !== '' ? path : undefined;
    return leafErrorsOfRequest(error, { tenantId, ...(resourceId === undefined ? {} : { resourceId }) });
  }
  if (error instanceof SignInError) {
    const { code, message } = error;
    const leaf = leafError({ code, message });
    const registration = error.registration(clientId);
    return [registration === undefined ? leaf : { ...leaf, remedy: `Register it: ${registration}` }];
  }
  if (error instanceof ActionError) {
    const { code, message, remedy, resourceId, place } = error;
    const leaf = leafError({ code, message }, resourceId === undefined ? {} : { resourceId, tenantId });
    return [{ ...leaf, remedy, ...(place === undefined ? {} : { place }) }];
  }
  const message = error instanceof Error ? error.message : String(error);
  return [leafError({ code: codeOf(error, message), message })];
}

/** Entra ID's code stands in the text alone: `AADSTS700213: No matching federated identity record found…`. */
function codeOf(error: unknown, message: string): string {
  const entra = /\bAADSTS\d+\b/.exec(message)?.[0];
  if (entra !== undefined) return entra;
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'Error';
}
