import { arrayFunctions } from './array.ts';
import { cidrFunctions } from './cidr.ts';
import { dateFunctions } from './date.ts';
import { deploymentFunctions } from './deployment.ts';
import { encodingFunctions } from './encoding.ts';
import { lambdaFunctions } from './lambda.ts';
import { logicalFunctions } from './logical.ts';
import { numericFunctions } from './numeric.ts';
import { objectFunctions } from './object.ts';
import { listFunction, referenceFunctions } from './reference.ts';
import type { ArmFunction, FunctionTable } from './registry.ts';
import { resourceIdFunctions } from './resource-id.ts';
import { scopeFunctions } from './scope.ts';
import { stringFunctions } from './string.ts';
import { uriFunctions } from './uri.ts';

const tables: readonly FunctionTable[] = [
  arrayFunctions,
  cidrFunctions,
  dateFunctions,
  deploymentFunctions,
  encodingFunctions,
  lambdaFunctions,
  logicalFunctions,
  numericFunctions,
  objectFunctions,
  referenceFunctions,
  resourceIdFunctions,
  scopeFunctions,
  stringFunctions,
  uriFunctions,
];

const byName: ReadonlyMap<string, ArmFunction> = new Map(
  tables.flatMap((table) =>
    Object.entries(table).map(([name, definition]) => [name.toLowerCase(), definition] as const),
  ),
);

/** The function `name`, without regard to case; undefined when the template language has none of that name. */
export function findFunction(name: string): ArmFunction | undefined {
  const lower = name.toLowerCase();
  return byName.get(lower) ?? (lower.startsWith('list') && !lower.includes('.') ? listFunction : undefined);
}

/** Names of all functions, as Microsoft writes them. */
export function functionNames(): readonly string[] {
  return tables.flatMap((table) => Object.keys(table));
}
