import { mistake, type Argument, type Expression, type Initializer, type Pattern, type Statement } from '../syntax.ts';
import { partsOf } from './expression-parts.ts';

/** Variables that have a value for sure; undefined where control cannot come. */
type State = ReadonlySet<string> | undefined;

/** A condition leaves one state where it holds and another where it does not. */
interface Branches {
  readonly whenTrue: State;
  readonly whenFalse: State;
}

/** Refuses the use of a variable that may have no value yet, by C#'s rules of definite assignment. */
export function checkAssigned(block: Statement): void {
  new Assignment().statement(block, new Set());
}

function meet(left: State, right: State): State {
  if (left === undefined || right === undefined) return left ?? right;
  return new Set([...left].filter((name) => right.has(name)));
}

function and(state: State, name: string): State {
  return state === undefined ? undefined : new Set([...state, name]);
}

class Assignment {
  /** Variables that were declared without a value. */
  readonly #tracked = new Set<string>();
  /** States at the `break`s of the loops and switches around. */
  #breaks: State[] = [];

  statement(node: Statement, state: State): State {
    switch (node.kind) {
      case 'block':
        return node.statements.reduce<State>((before, each) => this.statement(each, before), state);
      case 'declare':
        return node.variables.reduce<State>((before, { name, value }) => {
          if (value === undefined) return this.#declare(name, before);
          return and(this.expression(value, before), name);
        }, state);
      case 'expression':
        return this.expression(node.expression, state);
      case 'if': {
        const { whenTrue, whenFalse } = this.condition(node.condition, state);
        const then = this.statement(node.then, whenTrue);
        return meet(then, node.otherwise === undefined ? whenFalse : this.statement(node.otherwise, whenFalse));
      }
      case 'while':
        return node.testFirst ? this.#loop(node.condition, node.body, [], state) : this.#doLoop(node, state);
      case 'for': {
        const start = node.initial.reduce<State>((before, each) => this.statement(each, before), state);
        return this.#loop(node.condition, node.body, node.update, start);
      }
      case 'foreach': {
        const start = this.expression(node.source, state);
        const named = node.target === undefined ? and(start, node.name) : this.#target(node.target, start);
        this.#within(() => this.statement(node.body, named));
        return start;
      }
      case 'switch':
        return this.#switch(node, state);
      case 'return':
      case 'throw':
        if (node.value !== undefined) this.expression(node.value, state);
        return undefined;
      case 'goto':
      case 'continue':
        return undefined;
      case 'break':
        this.#breaks.push(state);
        return undefined;
      case 'try':
        return this.#try(node, state);
      case 'using':
        return this.statement(node.body, this.statement(node.resource, state));
      case 'overflow':
        return this.statement(node.body, state);
      case 'function':
        this.#function(node, state);
        return state;
      case 'empty':
        return state;
    }
  }

  #declare(name: string, state: State): State {
    this.#tracked.add(name);
    return state === undefined ? undefined : new Set([...state].filter((each) => each !== name));
  }

  /** Runs `body` with breaks of its own, and gives their common state. */
  #within(body: () => State): { readonly end: State; readonly breaks: State } {
    const before = this.#breaks;
    this.#breaks = [];
    const end = body();
    const breaks = this.#breaks.reduce<State>(meet, undefined);
    this.#breaks = before;
    return { end, breaks };
  }

  #loop(condition: Expression | undefined, body: Statement, update: readonly Expression[], state: State): State {
    const { whenTrue, whenFalse } =
      condition === undefined ? { whenTrue: state, whenFalse: undefined } : this.condition(condition, state);
    const { end, breaks } = this.#within(() => this.statement(body, whenTrue));
    // What `continue` leaves is not followed: an update that needs more than the loop's start is rare.
    update.reduce<State>((before, each) => this.expression(each, before), end ?? whenTrue);
    return meet(whenFalse, breaks);
  }

  #doLoop(node: Statement & { readonly kind: 'while' }, state: State): State {
    const { end, breaks } = this.#within(() => this.statement(node.body, state));
    return meet(this.condition(node.condition, end).whenFalse, breaks);
  }

  #switch(node: Statement & { readonly kind: 'switch' }, state: State): State {
    const start = this.expression(node.value, state);
    const { end, breaks } = this.#within(() => {
      for (const { labels, body } of node.sections) {
        const entry = labels
          .map(({ pattern, when }) => {
            const matched = pattern === undefined ? start : this.#pattern(pattern, start).whenTrue;
            return when === undefined ? matched : this.condition(when, matched).whenTrue;
          })
          .reduce<State>(meet, undefined);
        body.reduce<State>((before, each) => this.statement(each, before), entry);
      }
      const isOpen = !node.sections.some(({ labels }) => labels.some(({ pattern }) => pattern === undefined));
      return isOpen ? start : undefined;
    });
    return meet(end, breaks);
  }

  #try(node: Statement & { readonly kind: 'try' }, state: State): State {
    let end = this.statement(node.body, state);
    for (const clause of node.catches) {
      const start = clause.name === undefined ? state : and(state, clause.name);
      const entry = clause.filter === undefined ? start : this.condition(clause.filter, start).whenTrue;
      end = meet(end, this.statement(clause.body, entry));
    }
    if (node.finallyBody === undefined) return end;
    const last = this.statement(node.finallyBody, state);
    if (last === undefined || end === undefined) return undefined;
    return new Set([...end, ...last]);
  }

  #function(
    {
      parameters,
      body,
    }: { readonly parameters: readonly { readonly name: string }[]; readonly body: Expression | Statement },
    state: State,
  ): void {
    const inner = parameters.reduce<State>((before, { name }) => and(before, name), state);
    this.#within(() =>
      body.kind === 'block' ? this.statement(body, inner) : this.expression(body as Expression, inner),
    );
  }

  condition(node: Expression, state: State): Branches {
    if (node.kind === 'parenthesized') return this.condition(node.inner, state);
    if (node.kind === 'literal' && typeof node.value === 'boolean')
      return node.value ? { whenTrue: state, whenFalse: undefined } : { whenTrue: undefined, whenFalse: state };
    if (node.kind === 'unary' && node.operator === '!') {
      const { whenTrue, whenFalse } = this.condition(node.operand, state);
      return { whenTrue: whenFalse, whenFalse: whenTrue };
    }
    if (node.kind === 'binary' && node.operator === '&&') {
      const left = this.condition(node.left, state);
      const right = this.condition(node.right, left.whenTrue);
      return { whenTrue: right.whenTrue, whenFalse: meet(left.whenFalse, right.whenFalse) };
    }
    if (node.kind === 'binary' && node.operator === '||') {
      const left = this.condition(node.left, state);
      const right = this.condition(node.right, left.whenFalse);
      return { whenTrue: meet(left.whenTrue, right.whenTrue), whenFalse: right.whenFalse };
    }
    if (node.kind === 'ternary') {
      const { whenTrue, whenFalse } = this.condition(node.condition, state);
      const [then, otherwise] = [this.condition(node.then, whenTrue), this.condition(node.otherwise, whenFalse)];
      return {
        whenTrue: meet(then.whenTrue, otherwise.whenTrue),
        whenFalse: meet(then.whenFalse, otherwise.whenFalse),
      };
    }
    if (node.kind === 'is') return this.#pattern(node.pattern, this.expression(node.operand, state));
    const after = this.expression(node, state);
    return { whenTrue: after, whenFalse: after };
  }

  #pattern(pattern: Pattern, state: State): Branches {
    if (pattern.kind === 'constant') return { whenTrue: state, whenFalse: state };
    if (pattern.name === undefined) return { whenTrue: state, whenFalse: state };
    const before = this.#declare(pattern.name, state);
    return {
      whenTrue: and(before, pattern.name),
      whenFalse: pattern.kind === 'var' ? and(before, pattern.name) : before,
    };
  }

  expression(node: Expression, state: State): State {
    switch (node.kind) {
      case 'name':
        if (this.#tracked.has(node.name) && state?.has(node.name) === false)
          throw mistake('CS0165', node.at, `Use of unassigned local variable '${node.name}'`);
        return state;
      case 'binary':
        if (node.operator === '&&' || node.operator === '||') {
          const { whenTrue, whenFalse } = this.condition(node, state);
          return meet(whenTrue, whenFalse);
        }
        if (node.operator === '??') {
          const left = this.expression(node.left, state);
          return meet(left, this.expression(node.right, left));
        }
        return this.expression(node.right, this.expression(node.left, state));
      case 'unary':
      case 'is':
      case 'ternary':
        return this.#branching(node, state);
      case 'assign':
        return this.#assign(node, state);
      case 'lambda':
        this.#function(node, state);
        return state;
      case 'conditional-access': {
        const target = this.expression(node.condition, state);
        return meet(target, this.expression(node.then, target));
      }
      case 'throw':
        this.expression(node.operand, state);
        return undefined;
      case 'call':
        if (node.target.kind === 'name' && node.target.name === 'nameof') return state;
        return this.#arguments(node.args, this.expression(node.target, state));
      case 'index':
        return this.#arguments(node.args, this.expression(node.target, state));
      case 'new':
        return this.#initializer(node.initializer, this.#arguments(node.args, state));
      case 'as':
      case 'bound':
      case 'cast':
      case 'declaration':
      case 'default':
      case 'increment':
      case 'interpolated':
      case 'literal':
      case 'member':
      case 'new-anonymous':
      case 'new-array':
      case 'overflow':
      case 'parenthesized':
      case 'tuple':
      case 'type':
      case 'typeof':
        return this.#parts(node, state);
    }
  }

  #branching(node: Expression & { readonly kind: 'unary' | 'is' | 'ternary' }, state: State): State {
    if (node.kind === 'unary' && node.operator !== '!') return this.expression(node.operand, state);
    if (node.kind === 'ternary') {
      const { whenTrue, whenFalse } = this.condition(node.condition, state);
      return meet(this.expression(node.then, whenTrue), this.expression(node.otherwise, whenFalse));
    }
    const { whenTrue, whenFalse } = this.condition(node, state);
    return meet(whenTrue, whenFalse);
  }

  #assign(node: Expression & { readonly kind: 'assign' }, state: State): State {
    if (node.left.kind === 'tuple') return this.#target(node.left, this.expression(node.right, state));
    if (node.left.kind !== 'name' || node.operator !== '=')
      return this.expression(node.right, this.expression(node.left, state));
    return and(this.expression(node.right, state), node.left.name);
  }

  #target(node: Expression, state: State): State {
    if (node.kind === 'tuple')
      return node.items.reduce<State>((before, { value }) => this.#target(value, before), state);
    if (node.kind === 'declaration' || node.kind === 'name') return and(state, node.name);
    return this.expression(node, state);
  }

  #arguments(args: readonly Argument[], state: State): State {
    const read = args.reduce<State>(
      (before, { value, out }) => (out === undefined ? this.expression(value, before) : before),
      state,
    );
    return args.reduce<State>((before, { out, declares }) => {
      if (out === undefined) return before;
      if (declares !== undefined) this.#tracked.add(out);
      return and(before, out);
    }, read);
  }

  #initializer(initializer: Initializer | undefined, state: State): State {
    return (initializer?.entries ?? []).reduce<State>((before, entry) => {
      if (entry.kind === 'item')
        return entry.values.reduce<State>((each, value) => this.expression(value, each), before);
      if (entry.kind === 'nested') return this.#initializer(entry.initializer, before);
      const start = entry.kind === 'indexed' ? this.#arguments(entry.args, before) : before;
      return this.expression(entry.value, start);
    }, state);
  }

  /** Everything that is simply read from left to right. */
  #parts(node: Expression, state: State): State {
    return partsOf(node).reduce<State>((before, part) => this.expression(part, before), state);
  }
}
