import { compileExpression } from '../expressions/expression.ts';
import { ExpressionError } from '../expressions/syntax.ts';
import { positionAt, type PolicyMistake } from '../mistake.ts';
import type { XmlValue } from './xml-tree.ts';

/** What is wrong with an expression, or undefined. Named values that are not known yet count as plain digits. */
export function expressionMistake(value: XmlValue, text: string): PolicyMistake | undefined {
  const { expression } = value;
  if (expression === undefined) return undefined;
  const source = expression.source.replaceAll(/\{\{\s*[A-Za-z0-9._-]+\s*\}\}/g, (name) => '1'.repeat(name.length));
  try {
    compileExpression(expression.source);
    return undefined;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    if (source !== expression.source && compiles(source)) return undefined;
    const code = error.unsupported ? 'NotSupported' : 'ValidationError';
    return { ...positionAt(text, expression.offsetOf(error.at)), code, message: `Expression: ${error.message}` };
  }
}

function compiles(source: string): boolean {
  try {
    compileExpression(source);
    return true;
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
