import { isOfType } from '../members/conversion.ts';
import type { Pattern } from '../syntax.ts';
import type { Value } from '../values/value.ts';
import type { Evaluator } from './evaluator.ts';
import { applyBinary } from './operators.ts';
import type { Scope } from './scope.ts';

/** `value is pattern`, and the labels of a switch: declares what the pattern names. */
export function matchesPattern(evaluator: Evaluator, value: Value, pattern: Pattern, scope: Scope): boolean {
  switch (pattern.kind) {
    case 'var':
      scope.declare(pattern.name, value);
      return true;
    case 'type': {
      const holds =
        scope.has(pattern.type.name) && pattern.name === undefined
          ? applyBinary('==', value, scope.get(pattern.type.name)) === true
          : isOfType(value, { ...pattern.type, nullable: false });
      if (pattern.name !== undefined) scope.declare(pattern.name, holds ? value : null);
      return holds;
    }
    case 'constant': {
      const constant = evaluator.evaluate(pattern.value, scope);
      return applyBinary('==', value, constant) === true;
    }
  }
}
