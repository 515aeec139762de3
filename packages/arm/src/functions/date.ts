import { ExpressionError } from '../errors.ts';
import { call as callExpression, literal } from '../expression/ast.ts';
import { Symbolic } from '../expression/value.ts';
import { integerAt, stringAt } from './arguments.ts';
import { addDuration, epochOf, formatDate, parseDate, utcDate } from './date-format.ts';
import { type FunctionTable, pure } from './registry.ts';

const SORTABLE = 'yyyyMMddTHHmmssZ';

/** Dates and the two functions that give another value on every run (allowed in parameter defaults only). */
export const dateFunctions: FunctionTable = {
  dateTimeAdd: pure(2, 3, (args, call) => {
    const start = parseDate(stringAt(args, 0, call));
    const moved = addDuration(start, stringAt(args, 1, call));
    return formatDate(moved, args.length > 2 ? stringAt(args, 2, call) : 'yyyy-MM-ddTHH:mm:ssZ');
  }),
  dateTimeFromEpoch: pure(1, 1, (args, call) =>
    formatDate(utcDate(integerAt(args, 0, call) * 1000), 'yyyy-MM-ddTHH:mm:ssZ'),
  ),
  dateTimeToEpoch: pure(1, 1, (args, call) => Math.floor(epochOf(parseDate(stringAt(args, 0, call))) / 1000)),
  utcNow: pure(0, 1, (args, call) => {
    refuseOutsideDefaults(call.name, call.context.inParameterDefault);
    const now = call.context.scope.deployment.utcNow;
    if (now === undefined)
      return new Symbolic(callExpression(call.name, ...(args.length > 0 ? [literal(stringAt(args, 0, call))] : [])));
    return formatDate(utcDate(now.getTime()), args.length > 0 ? stringAt(args, 0, call) : SORTABLE);
  }),
  newGuid: pure(0, 0, (_, call) => {
    refuseOutsideDefaults(call.name, call.context.inParameterDefault);
    return call.context.scope.deployment.newGuid?.() ?? new Symbolic(callExpression(call.name));
  }),
};

function refuseOutsideDefaults(name: string, allowed: boolean): void {
  if (allowed) return;
  throw new ExpressionError(
    `The template function '${name}' is not expected at this location. The function can only be used with parameter default value expresions. Please see https://aka.ms/arm-functions for usage details.`,
  );
}
