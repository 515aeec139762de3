import { castValue } from '../members/conversion.ts';
import { isNumber } from '../values/number.ts';
import { Char, type Value } from '../values/value.ts';

/** Compound assignment keeps the type of the variable. */
export function castLike(value: Value, model: Value): Value {
  if (isNumber(value) && model instanceof Char)
    return castValue(value, { name: 'char', args: [], array: false, nullable: false, at: 0 });
  if (!isNumber(value) || !isNumber(model)) return value;
  return castValue(value, { name: model.type, args: [], array: false, nullable: false, at: 0 });
}
