import { startOf } from '../parse/expressions.ts';
import { mistake, type Expression, type ExpressionBody, type Statement } from '../syntax.ts';
import { membersOf } from '../types/lookup.ts';
import { isUnknown, isValueType, NULL, nullableOf, UNKNOWN, VOID, type NetType } from '../types/net-type.ts';
import { argumentsOf, elementOf, isSubtype, viewAs } from '../types/supertypes.ts';
import { substitute } from '../types/net-type.ts';
import { isCastable } from '../types/conversions.ts';
import { wellKnown } from '../types/type-table.ts';
import { deconstruct } from './assignment.ts';
import { inferredType, valueOf, type Binder, type Returns } from './binder.ts';
import type { Bound } from './bound.ts';
import { castConstant, Unfolded } from './constants.ts';
import { exception } from './expressions.ts';
import { canComplete, checkFlow } from './flow.ts';
import { bindPattern } from './patterns.ts';
import { resolveType } from './resolve-type.ts';
import { refuseDuplicate, refuseFallThrough } from './switch-labels.ts';

/** Checks `@(…)` and `@{…}`; both give an object. */
export function bindBody(binder: Binder, body: ExpressionBody): void {
  const object = wellKnown('object');
  if (body.kind === 'single') {
    const value = binder.value(body.expression);
    if (value.type !== NULL) binder.coerce(value, object);
    return;
  }
  binder.returns = { expected: object, values: [], hasEmpty: false, isVoid: false };
  bindStatement(binder, body.block);
  checkFlow(body.block);
  if (canComplete(body.block)) throw mistake('CS0161', body.block.at, 'Not all code paths return a value');
}

/** Checks one statement. */
export function bindStatement(binder: Binder, node: Statement): void {
  const bind = BINDERS[node.kind] as (binder: Binder, node: Statement) => void;
  bind(binder, node);
}

type Binders = { readonly [K in Statement['kind']]: (binder: Binder, node: Statement & { readonly kind: K }) => void };

const BINDERS: Binders = {
  block: (binder, { statements }) => {
    binder.scoped(
      () => {
        bindList(binder, statements);
      },
      undefined,
      declaredIn(statements),
    );
  },
  declare: bindDeclaration,
  expression: (binder, { expression }) => {
    binder.value(expression);
  },
  if: (binder, { condition, then, otherwise }) => {
    binder.condition(condition);
    nested(binder, then);
    if (otherwise !== undefined) nested(binder, otherwise);
  },
  for: (binder, node) => {
    binder.scoped(() => {
      for (const each of node.initial) bindStatement(binder, each);
      if (node.condition !== undefined) binder.condition(node.condition);
      for (const each of node.update) binder.value(each);
      nested(binder, node.body);
    });
  },
  foreach: bindForEach,
  while: (binder, { condition, body }) => {
    binder.scoped(() => {
      binder.condition(condition);
      nested(binder, body);
    });
  },
  switch: bindSwitch,
  return: bindReturn,
  throw: (binder, { value }) => {
    if (value !== undefined) exception(binder, value);
  },
  try: bindTry,
  using: bindUsing,
  function: bindFunction,
  overflow: (binder, { body }) => {
    bindStatement(binder, body);
  },
  goto: (binder, { value }) => {
    if (value !== undefined) binder.value(value);
  },
  break: () => undefined,
  continue: () => undefined,
  empty: () => undefined,
};

function nested(binder: Binder, node: Statement): void {
  binder.scoped(() => {
    bindStatement(binder, node);
  });
}

/** Local functions can be called before they stand. */
function bindList(binder: Binder, statements: readonly Statement[]): void {
  for (const each of statements) if (each.kind === 'function') declareFunction(binder, each);
  for (const each of statements) bindStatement(binder, each);
}

function declaredIn(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((each) => (each.kind === 'declare' ? each.variables.map(({ name }) => name) : []));
}

function bindDeclaration(binder: Binder, node: Statement & { readonly kind: 'declare' }): void {
  if (node.type === undefined && node.variables.length > 1)
    throw mistake('CS0819', node.at, 'Implicitly-typed variables cannot have multiple declarators');
  const declared = node.type === undefined ? undefined : resolveType(node.type);
  if (declared === VOID) throw mistake('CS1547', node.at, "Keyword 'void' cannot be used in this context");
  for (const variable of node.variables) {
    const value = variable.value === undefined ? undefined : initial(binder, variable.value, declared);
    if (value === undefined && declared === undefined)
      throw mistake('CS0818', variable.at, 'Implicitly-typed variables must be initialized');
    const type = declared ?? (value === undefined ? UNKNOWN : inferredType(value, variable.at));
    if (!binder.isTrying) binder.notes.variables.set(variable, type);
    declareLocal(
      binder,
      variable,
      type,
      node.constant ? constantOf(value, type, variable.at) : undefined,
      node.constant,
    );
  }
}

function initial(binder: Binder, expression: Expression, declared: NetType | undefined): Bound {
  return declared === undefined ? binder.value(expression) : binder.convert(expression, declared);
}

function constantOf(value: Bound | undefined, type: NetType, at: number): Bound['constant'] {
  if (value === undefined) throw mistake('CS0145', at, 'A const field requires a value to be provided');
  if (value.type === NULL) return undefined;
  if (value.constant === undefined)
    throw mistake(
      'CS0133',
      startOf(value.expression),
      'The expression being assigned to the constant must be constant',
    );
  const folded = castConstant(value.constant, type);
  return folded instanceof Unfolded || folded === undefined ? value.constant : folded;
}

function declareLocal(
  binder: Binder,
  { name, at }: { readonly name: string; readonly at: number },
  type: NetType,
  constant: Bound['constant'],
  isConstant: boolean,
): void {
  const kind = isConstant ? 'constant' : 'local';
  binder.locals.declare(constant === undefined ? { name, type, kind } : { name, type, kind, constant }, at);
}

/** What `foreach` gives: of a type with GetEnumerator its Current. */
function walked(type: NetType): NetType | undefined {
  const [method] = membersOf(type, 'GetEnumerator').flat();
  if (type.kind === 'named' && type.definition.kind !== 'interface' && method !== undefined) {
    const enumerator = substitute(method.member.type, argumentsOf(type));
    const [view] = viewAs(enumerator, 'IEnumerator`1');
    if (view?.args[0] !== undefined) return view.args[0];
    if (enumerator.kind === 'named' && enumerator.definition.key === 'IEnumerator') return wellKnown('object');
  }
  return elementOf(type);
}

function bindForEach(binder: Binder, node: Statement & { readonly kind: 'foreach' }): void {
  const source = binder.value(node.source);
  const element = isUnknown(source.type) ? UNKNOWN : walked(source.type);
  if (element === undefined)
    throw mistake(
      'CS1579',
      startOf(node.source),
      `foreach statement cannot operate on variables of type '${source.type.text}' because '${source.type.text}' does not contain a public instance or extension definition for 'GetEnumerator'`,
    );
  const type = node.type === undefined ? element : resolveType(node.type);
  if (!isUnknown(type) && !isUnknown(element) && !isCastable(element, type))
    throw mistake('CS0030', node.at, `Cannot convert type '${element.text}' to '${type.text}'`);
  if (!binder.isTrying) binder.notes.variables.set(node, type);
  binder.scoped(() => {
    if (node.target?.kind === 'tuple') deconstruct(binder, node.target, valueOf(node.source, element), node.target);
    else binder.locals.declare({ name: node.name, type, kind: 'foreach' }, node.nameAt);
    nested(binder, node.body);
  });
}

function bindSwitch(binder: Binder, node: Statement & { readonly kind: 'switch' }): void {
  const value = binder.value(node.value);
  if (value.type === NULL || value.type === VOID)
    throw mistake('CS8119', startOf(node.value), "The switch expression must be a value; found '<null>'.");
  const seen = new Set<string>();
  for (const { labels, body } of node.sections) {
    binder.scoped(
      () => {
        for (const label of labels) {
          if (label.pattern !== undefined) bindPattern(binder, label.pattern, value);
          refuseDuplicate(label, seen);
          if (label.when !== undefined) binder.condition(label.when);
        }
        bindList(binder, body);
        const last = body.at(-1);
        const isLast = node.sections.at(-1)?.body === body;
        if (last === undefined || body.every(canComplete)) refuseFallThrough(labels.at(-1), isLast);
      },
      undefined,
      declaredIn(body),
    );
  }
}

function bindReturn(binder: Binder, node: Statement & { readonly kind: 'return' }): void {
  const returns = binder.returns;
  if (returns === undefined) return;
  if (node.value === undefined) {
    if (!returns.isVoid && returns.expected !== undefined)
      throw mistake('CS0126', node.at, `An object of a type convertible to '${returns.expected.text}' is required`);
    returns.hasEmpty = true;
    return;
  }
  if (returns.isVoid)
    throw mistake('CS8030', node.at, 'Anonymous function converted to a void returning delegate cannot return a value');
  const value = binder.value(node.value);
  if (returns.expected !== undefined && value.type !== NULL) binder.coerce(value, returns.expected);
  else if (
    returns.expected !== undefined &&
    isValueType(returns.expected) &&
    nullableOf(returns.expected) === undefined
  )
    binder.coerce(value, returns.expected);
  returns.values.push(value);
}

function bindTry(binder: Binder, node: Statement & { readonly kind: 'try' }): void {
  bindStatement(binder, node.body);
  const caught: NetType[] = [];
  for (const clause of node.catches) {
    binder.scoped(() => {
      const type = clause.type === undefined ? wellKnown('Exception') : resolveType(clause.type);
      if (!isUnknown(type) && !isSubtype(type, wellKnown('Exception')))
        throw mistake(
          'CS0155',
          clause.type?.at ?? clause.at,
          'The type caught or thrown must be derived from System.Exception',
        );
      const before = caught.find((each) => isSubtype(type, each));
      if (before !== undefined && clause.type !== undefined)
        throw mistake(
          'CS0160',
          clause.type.at,
          `A previous catch clause already catches all exceptions of this or of a super type ('${before.text}')`,
        );
      if (clause.name !== undefined) binder.locals.declare({ name: clause.name, type, kind: 'local' }, clause.at);
      if (clause.filter !== undefined) binder.condition(clause.filter);
      else caught.push(type);
      bindStatement(binder, clause.body);
    });
  }
  if (node.finallyBody !== undefined) bindStatement(binder, node.finallyBody);
}

function bindUsing(binder: Binder, node: Statement & { readonly kind: 'using' }): void {
  binder.scoped(() => {
    const { resource } = node;
    const type =
      resource.kind === 'expression' ? binder.value(resource.expression).type : resourceType(binder, resource);
    if (type !== undefined && !isUnknown(type) && type !== NULL && !isSubtype(type, wellKnown('IDisposable')))
      throw mistake(
        'CS1674',
        resource.at,
        `'${type.text}': type used in a using statement must be implicitly convertible to 'System.IDisposable'.`,
      );
    nested(binder, node.body);
  });
}

function resourceType(binder: Binder, resource: Statement): NetType | undefined {
  bindStatement(binder, resource);
  const [first] = resource.kind === 'declare' ? resource.variables : [];
  return first === undefined ? undefined : binder.locals.find(first.name, first.at)?.type;
}

type LocalFunction = Statement & { readonly kind: 'function' };

function declareFunction(binder: Binder, node: LocalFunction): void {
  const parameters = node.parameters.map(({ name, type, value }) => ({
    name,
    type: type === undefined ? UNKNOWN : resolveType(type),
    isOptional: value !== undefined,
  }));
  binder.locals.declare({ name: node.name, type: resolveType(node.type), kind: 'function', parameters }, node.at);
}

function bindFunction(binder: Binder, node: LocalFunction): void {
  const type = resolveType(node.type);
  const isVoid = type === VOID;
  const before = binder.returns;
  const returns: Returns = { expected: isVoid ? undefined : type, values: [], hasEmpty: false, isVoid };
  binder.returns = returns;
  binder.scoped(() => {
    for (const parameter of node.parameters) {
      const parameterType = parameter.type === undefined ? UNKNOWN : resolveType(parameter.type);
      if (parameter.value !== undefined) binder.convert(parameter.value, parameterType);
      binder.locals.declare({ name: parameter.name, type: parameterType, kind: 'parameter' }, parameter.at);
    }
    bindFunctionBody(binder, node, type);
  });
  binder.returns = before;
}

function bindFunctionBody(binder: Binder, { body, name, at }: LocalFunction, type: NetType): void {
  if (body.kind !== 'block') {
    const value = binder.value(body as Expression);
    if (type !== VOID) binder.coerce(value, type);
    return;
  }
  bindStatement(binder, body);
  checkFlow(body);
  if (type !== VOID && canComplete(body)) throw mistake('CS0161', at, `'${name}': not all code paths return a value`);
}
