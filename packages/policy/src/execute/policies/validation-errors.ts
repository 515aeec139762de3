import { tokenOf } from '../../expressions/values/json-text.ts';
import { isOutgoing } from '../direction.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';

/** What to do about a finding. */
export type Action = 'ignore' | 'prevent' | 'detect';

/** A finding as Microsoft's page on validation errors describes it. */
export interface ValidationError {
  readonly name: string;
  readonly type: string;
  readonly rule: string;
  readonly details: string;
  /** What the caller may read. */
  readonly publicText: string;
  readonly action: Action;
}

/** What the caller reads where the finding is none of its business. */
export const INTERNAL = 'The request could not be processed due to an internal error. Contact the API owner.';

/** An attribute that holds an action. */
export function actionOf(text: string | undefined): Action {
  return text === 'prevent' || text === 'detect' ? text : 'ignore';
}

/** Keeps what was found in the variable, and stops the request where the first of it that must be prevented says so. */
export function report(run: Run, variable: string | undefined, found: readonly ValidationError[]): void {
  const errors = found.filter(({ action }) => action !== 'ignore');
  if (errors.length === 0) return;
  run.setVariable(variable, tokenOf(errors.map(shown)));
  for (const { details } of errors)
    run.trace.push({ source: run.current?.element.name ?? '', severity: 'information', message: details });
  const prevented = errors.find(({ action }) => action === 'prevent');
  if (prevented === undefined) return;
  const outgoing = isOutgoing(run);
  throw new PolicyError(outgoing ? 'Response not allowed' : 'Bad request', prevented.details, {
    status: outgoing ? 502 : 400,
    publicMessage: prevented.publicText,
  });
}

function shown({ name, type, rule, details, action }: ValidationError): Readonly<Record<string, string>> {
  return { Name: name, Type: type, ValidationRule: rule, Details: details, Action: action };
}
