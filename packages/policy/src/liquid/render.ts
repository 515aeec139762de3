import { isPlainList, type PlainObject } from '../conversion/plain-json.ts';
import { FILTERS } from './filters.ts';
import {
  compare,
  isEmpty,
  isTruthy,
  itemsOf,
  memberOf,
  numberValue,
  toNumber,
  toText,
  type LiquidValue,
} from './liquid-value.ts';
import type { LiquidCondition, LiquidExpression, LiquidLoop, LiquidNode, LiquidOperand } from './syntax.ts';

/** Ends a turn of a loop. */
class LoopSignal extends Error {
  readonly kind: 'break' | 'continue';

  constructor(kind: 'break' | 'continue') {
    super(kind);
    this.kind = kind;
  }
}

/** What a template makes of its data. */
export function renderTemplate(nodes: readonly LiquidNode[], data: PlainObject): string {
  return new Renderer(data).render(nodes);
}

class Renderer {
  readonly #data: PlainObject;
  /** Innermost last: what `assign` sets stands in the first. */
  readonly #scopes = [new Map<string, LiquidValue>()];
  readonly #counters = new Map<string, number>();
  #output = '';

  constructor(data: PlainObject) {
    this.#data = data;
  }

  render(nodes: readonly LiquidNode[]): string {
    try {
      this.#write(nodes);
    } catch (error) {
      // A `break` outside of any loop ends the template.
      if (!(error instanceof LoopSignal)) throw error;
    }
    return this.#output;
  }

  #node(node: LiquidNode): void {
    switch (node.kind) {
      case 'text':
        this.#output += node.text;
        break;
      case 'output':
        this.#output += toText(this.#evaluate(node.expression));
        break;
      case 'assign':
        this.#scopes[0]?.set(node.name, this.#evaluate(node.expression) ?? null);
        break;
      case 'capture':
        this.#capture(node);
        break;
      case 'if':
        this.#write(node.branches.find(({ condition }) => condition === undefined || this.#holds(condition))?.body);
        break;
      case 'case':
        this.#case(node);
        break;
      case 'for':
        this.#loop(node);
        break;
      case 'cycle':
        this.#output += toText(this.#value(node.values[this.#count(`cycle ${node.group}`, 1) % node.values.length]));
        break;
      case 'step':
        this.#output += String(node.by === 1 ? this.#count(node.name, 1) : this.#count(node.name, -1) - 1);
        break;
      case 'break':
      case 'continue':
        throw new LoopSignal(node.kind);
    }
  }

  #write(body: readonly LiquidNode[] | undefined): void {
    for (const node of body ?? []) this.#node(node);
  }

  #capture({ name, body }: LiquidNode & { kind: 'capture' }): void {
    const before = this.#output;
    this.#output = '';
    try {
      this.#write(body);
      this.#scopes[0]?.set(name, this.#output);
    } finally {
      this.#output = before;
    }
  }

  /** The counter as it was, which then moves. */
  #count(name: string, by: number): number {
    const count = this.#counters.get(name) ?? 0;
    this.#counters.set(name, count + by);
    return count;
  }

  #case({ subject, branches }: LiquidNode & { kind: 'case' }): void {
    const value = this.#value(subject);
    const matches = (operand: LiquidOperand): boolean => compare(value, this.#value(operand)) === 0;
    this.#write(branches.find(({ values }) => values === undefined || values.some(matches))?.body);
  }

  #loop(loop: LiquidLoop): void {
    const items = this.#items(loop);
    if (items.length === 0) {
      this.#write(loop.otherwise);
      return;
    }
    const scope = new Map<string, LiquidValue>();
    this.#scopes.push(scope);
    try {
      for (const [index, item] of items.entries()) {
        scope.set(loop.variable, item);
        scope.set('forloop', forloop(index, items.length));
        if (loop.commas && index > 0) this.#output += ',';
        if (!this.#turn(loop.body)) break;
      }
    } finally {
      this.#scopes.pop();
    }
  }

  /** One turn; false where it ends the loop. */
  #turn(body: readonly LiquidNode[]): boolean {
    try {
      this.#write(body);
      return true;
    } catch (error) {
      if (!(error instanceof LoopSignal)) throw error;
      return error.kind === 'continue';
    }
  }

  #items({ list, limit, offset, reversed }: LiquidLoop): readonly LiquidValue[] {
    const from = offset === undefined ? 0 : toNumber(this.#value(offset));
    const most = limit === undefined ? Infinity : toNumber(this.#value(limit));
    const items = itemsOf(this.#value(list)).slice(from, from + most);
    return reversed ? [...items].reverse() : items;
  }

  #holds(condition: LiquidCondition): boolean {
    switch (condition.kind) {
      case 'truth':
        return isTruthy(this.#value(condition.operand));
      case 'not':
        return !this.#holds(condition.condition);
      case 'and':
        return this.#holds(condition.left) && this.#holds(condition.right);
      case 'or':
        return this.#holds(condition.left) || this.#holds(condition.right);
      case 'comparison':
        return this.#compares(condition);
    }
  }

  #compares({ operator, left, right }: LiquidCondition & { kind: 'comparison' }): boolean {
    const [one, other] = [this.#value(left), this.#value(right)];
    if (right.kind === 'empty' || left.kind === 'empty')
      return isEmpty(right.kind === 'empty' ? one : other) === (operator === '==');
    if (operator === 'contains')
      return isPlainList(one) ? one.some((item) => compare(item, other) === 0) : toText(one).includes(toText(other));
    if (operator === 'startswith') return toText(one).startsWith(toText(other));
    if (operator === 'endswith') return toText(one).endsWith(toText(other));
    const order = compare(one, other);
    if (operator === '!=' || operator === '<>') return order !== 0;
    if (order === undefined) return false;
    return ORDERS[operator]?.(order) ?? false;
  }

  #evaluate({ operand, filters }: LiquidExpression): LiquidValue | undefined {
    let value = this.#value(operand);
    for (const { name, args } of filters)
      value = FILTERS[name]?.(value, ...args.map((arg) => this.#value(arg) ?? null)) ?? null;
    return value;
  }

  #value(operand: LiquidOperand | undefined): LiquidValue | undefined {
    if (operand === undefined || operand.kind === 'empty') return undefined;
    if (operand.kind === 'literal') return operand.value;
    if (operand.kind === 'range') return range(toNumber(this.#value(operand.from)), toNumber(this.#value(operand.to)));
    let value = this.#named(operand.name);
    for (const step of operand.steps) value = memberOf(value, this.#value(step) ?? '');
    return value;
  }

  #named(name: string): LiquidValue | undefined {
    const scope = this.#scopes.findLast((each) => each.has(name));
    if (scope !== undefined) return scope.get(name);
    const counter = this.#counters.get(name);
    return counter === undefined ? memberOf(this.#data, name) : numberValue(counter);
  }
}

const ORDERS: Readonly<Record<string, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function range(from: number, to: number): LiquidValue {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => numberValue(from + index));
}

function forloop(index: number, length: number): LiquidValue {
  return {
    length: numberValue(length),
    index: numberValue(index + 1),
    index0: numberValue(index),
    rindex: numberValue(length - index),
    rindex0: numberValue(length - index - 1),
    first: index === 0,
    last: index === length - 1,
  };
}
