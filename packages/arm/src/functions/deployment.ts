import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { call as callExpression, literal } from '../expression/ast.ts';
import { Symbolic, type Value } from '../expression/value.ts';
import { integerAt, stringAt } from './arguments.ts';
import { type FunctionTable, special } from './registry.ts';

/** Functions about the deployment itself: its values, its loops, its surroundings. */
export const deploymentFunctions: FunctionTable = {
  parameters: special(1, 1, (call) => call.context.scope.parameter(firstString(call))),
  variables: special(1, 1, (call) => call.context.scope.variable(firstString(call))),
  copyIndex: special(0, 2, copyIndex),
  deployment: special(0, 0, deployment),
  deployer: special(0, 0, deployer),
  environment: special(
    0,
    0,
    (call) => call.context.scope.deployment.environment ?? new Symbolic(callExpression(call.name)),
  ),
  fail: special(0, 1, (call) => {
    throw new ExpressionError(call.args.length === 0 ? 'The template failed on purpose.' : firstString(call));
  }),
};

function firstString(call: FunctionCall): string {
  const [argument] = call.args;
  return stringAt([argument === undefined ? null : call.evaluate(argument)], 0, call);
}

function copyIndex(call: FunctionCall): number {
  const args = call.args.map((argument) => call.evaluate(argument));
  const [first] = args;
  const name = typeof first === 'string' ? first : undefined;
  const offsetAt = name === undefined ? 0 : 1;
  const offset = args.length > offsetAt ? integerAt(args, offsetAt, call) : 0;
  const frame =
    name === undefined
      ? (call.context.copies.findLast((candidate) => candidate.ofProperty !== true) ?? call.context.copies.at(-1))
      : call.context.copies.findLast((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (frame !== undefined) return frame.index + offset;
  throw new ExpressionError(
    `The template function 'copyIndex' is not expected at this location. The function can only be used in a resource with copy specified. Please see https://aka.ms/arm-copy for usage details.`,
  );
}

function deployment(call: FunctionCall): Value {
  const { deployment: context, deploymentProperties } = call.context.scope;
  const result: Record<string, Value> = {
    name:
      context.deploymentName ??
      new Symbolic({ kind: 'property', target: callExpression(call.name), key: literal('name') }),
  };
  if (context.scope !== 'resourceGroup') {
    result['location'] =
      context.location ??
      new Symbolic({ kind: 'property', target: callExpression(call.name), key: literal('location') });
  }
  result['properties'] = deploymentProperties;
  return result;
}

function deployer(call: FunctionCall): Value {
  const { deployer: who } = call.context.scope.deployment;
  if (who === undefined) return new Symbolic(callExpression(call.name));
  return { objectId: who.objectId, tenantId: who.tenantId, userPrincipalName: who.userPrincipalName ?? '' };
}
