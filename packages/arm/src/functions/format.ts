import { ExpressionError } from '../errors.ts';
import type { Json } from '../json.ts';
import { formatNumber } from './number-format.ts';
import { toFormatText } from './text.ts';

const ITEM = /\{\{|\}\}|\{(\d+)\s*(?:,\s*(-?\d+)\s*)?(?::((?:[^{}]|\{\{|\}\})*))?\}|[{}]/g;

/** .NET's composite formatting with the invariant culture: `{index[,alignment][:format]}`. */
export function formatComposite(pattern: string, values: readonly Json[]): string {
  return pattern.replaceAll(ITEM, (item, index?: string, alignment?: string, format?: string) => {
    if (item === '{{' || item === '}}') return item.charAt(0);
    if (index === undefined)
      throw new ExpressionError(`The format string '${pattern}' is not valid: '${item}' stands alone.`);
    if (Number(index) >= values.length) {
      throw new ExpressionError(`The format string '${pattern}' is not valid: there is no argument for '${item}'.`);
    }
    return align(formatValue(values[Number(index)] ?? null, format ?? ''), Number(alignment ?? 0));
  });
}

function formatValue(value: Json, format: string): string {
  return typeof value === 'number' && format !== '' ? formatNumber(value, format) : toFormatText(value);
}

function align(text: string, alignment: number): string {
  return alignment < 0 ? text.padEnd(-alignment) : text.padStart(alignment);
}
