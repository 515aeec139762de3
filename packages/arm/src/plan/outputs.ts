import type { EvaluationContext } from '../context.ts';
import { atPath } from '../errors.ts';
import { evaluateTree } from '../expression/evaluate.ts';
import { type Value, toJson } from '../expression/value.ts';
import { type JsonObject, getProperty, getString, isObject } from '../json.ts';
import type { Template } from '../template/model.ts';
import { armType, throwAll } from '../template/parameters.ts';
import { isSecure, resolveDefinition, validateValue } from '../template/validate.ts';
import type { OutputValue } from './types.ts';

/** Evaluates every output whose condition holds. */
export function evaluateOutputs(template: Template, context: EvaluationContext): Readonly<Record<string, OutputValue>> {
  const result: Record<string, OutputValue> = {};
  for (const [name, definition] of Object.entries(template.outputs)) {
    const value = atPath(`outputs.${name}`, () => outputValue(definition, context));
    if (value === undefined) continue;
    const json = atPath(`outputs.${name}`, () => toJson(value));
    throwAll(validateValue(json, definition, template.definitions, { noun: 'template output', name }));
    const type = armType(getString(resolveDefinition(definition, template.definitions), 'type') ?? 'object');
    result[name] = { type, value: json, secure: isSecure(definition, template.definitions) };
  }
  return result;
}

/** The value of one output: its expression or its copy loop; undefined when its condition is false. */
export function outputValue(definition: JsonObject, context: EvaluationContext): Value | undefined {
  const condition = getProperty(definition, 'condition');
  if (condition !== undefined && evaluateTree(condition, context) === false) return undefined;
  const copy = getProperty(definition, 'copy');
  if (!isObject(copy)) return evaluateTree(getProperty(definition, 'value') ?? null, context);
  const loop = { ...copy, name: 'value' };
  const expanded = evaluateTree({ copy: [loop] }, context);
  return (expanded as Readonly<Record<string, Value>>)['value'] ?? [];
}
