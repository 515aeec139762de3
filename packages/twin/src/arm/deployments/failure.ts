import { STATUS_CODES } from 'node:http';
import { TemplateError } from '@lz/arm';
import { AzureError, type AzureErrorBody } from '../../kernel/http.ts';
import type { Refusal } from '../../providers/type-definition.ts';
import { ProviderRefusal } from '../errors.ts';

/** One failed step of a deployment: what its operation says and what `@retryOn` is compared with. */
export interface StepFailure {
  /** The provider's own codes, outermost first. */
  readonly codes: readonly string[];
  /** `BadRequest`, `Conflict`: the operation's statusCode. */
  readonly statusCode: string;
  /** The entry of the deployment's `error.details`. */
  readonly error: AzureErrorBody;
}

/**
 * A refused request as the deployment shows it. What a provider refused is wrapped: the code is the name of the HTTP
 * status, the message the provider's whole answer as JSON text (facts/azure.md section 4, templates in error).
 */
export function refusedStep(error: unknown, target: string): StepFailure {
  if (error instanceof TemplateError) {
    const info: AzureErrorBody = error.toInfo();
    return { codes: [info.code], statusCode: 'BadRequest', error: info };
  }
  // Anything else is a defect of the twin and must not look like a failed deployment.
  if (!(error instanceof AzureError)) throw error;
  const statusCode = statusName(error.status);
  const shown =
    error instanceof ProviderRefusal
      ? { code: statusCode, target, message: JSON.stringify({ error: error.body }) }
      : { ...error.body, target: error.body.target ?? target };
  return { codes: codesOf(error.body), statusCode, error: shown };
}

/** An accepted write that ended in state Failed. */
export function failedStep(refusal: Refusal, target: string): StepFailure {
  const { code, message, details } = refusal;
  const inner: AzureErrorBody = { code, message, ...(details === undefined ? {} : { details }) };
  return { codes: codesOf(inner), statusCode: 'Conflict', error: terminalStateError(target, inner) };
}

/** A nested deployment that failed. */
export function failedNested(error: AzureErrorBody, target: string): StepFailure {
  return { codes: codesOf(error), statusCode: 'Conflict', error: terminalStateError(target, error) };
}

/** The error of a deployment with failed steps. */
export function deploymentFailed(id: string, details: readonly AzureErrorBody[]): AzureErrorBody {
  return {
    code: 'DeploymentFailed',
    target: id,
    message:
      'At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.',
    details,
  };
}

function terminalStateError(target: string, inner: AzureErrorBody): AzureErrorBody {
  return {
    code: 'ResourceDeploymentFailure',
    target,
    message:
      "The resource write operation failed to complete successfully, because it reached terminal provisioning state 'Failed'.",
    details: [inner],
  };
}

function codesOf(error: AzureErrorBody): readonly string[] {
  return [error.code, ...(error.details ?? []).flatMap(codesOf)];
}

function statusName(status: number): string {
  return (STATUS_CODES[status] ?? 'Failed').replaceAll(/[^A-Za-z]/g, '');
}
