/** A .NET value. Strings and truth values are JavaScript's own; everything else says its .NET type. */
export type Value = null | string | boolean | NetObject;

/** Base of every value that is not null, a string or a truth value. */
export abstract class NetObject {
  /** Full .NET name, as `GetType().FullName` would give it. */
  abstract readonly netType: string;
}

/** What an expression threw: .NET's exception by name. `catch` clauses and `context.LastError` see it. */
export class NetException extends Error {
  override readonly name = 'NetException';
  /** Without namespace: `NullReferenceException`. */
  readonly netType: string;
  readonly inner: NetException | undefined;

  constructor(netType: string, message: string, inner?: NetException) {
    super(message);
    this.netType = netType;
    this.inner = inner;
  }
}

/** An exception as a value, for `catch (Exception e)` and `throw e`. */
export class ExceptionObject extends NetObject {
  readonly exception: NetException;

  constructor(exception: NetException) {
    super();
    this.exception = exception;
  }

  get netType(): string {
    return this.exception.netType;
  }
}

/** A UTF-16 code unit. */
export class Char extends NetObject {
  readonly netType = 'System.Char';
  readonly code: number;

  constructor(code: number) {
    super();
    this.code = code;
  }

  get text(): string {
    return String.fromCharCode(this.code);
  }
}

/** Member of an enumeration: `JTokenType.Object`, `RegexOptions.IgnoreCase`. */
export class EnumValue extends NetObject {
  readonly type: string;
  readonly member: string;
  readonly number: number;

  constructor(type: string, member: string, number: number) {
    super();
    this.type = type;
    this.member = member;
    this.number = number;
  }

  get netType(): string {
    return this.type;
  }
}

/** A lambda or delegate. */
export class Lambda extends NetObject {
  readonly netType = 'System.Delegate';
  readonly arity: number;
  readonly invoke: (args: readonly Value[]) => Value;

  constructor(arity: number, invoke: (args: readonly Value[]) => Value) {
    super();
    this.arity = arity;
    this.invoke = invoke;
  }
}

/** The exception of a member that is used on nothing. */
export function nullReference(): NetException {
  return new NetException('NullReferenceException', 'Object reference not set to an instance of an object.');
}

/** The exception of a missing argument. */
export function argumentNull(parameter: string): NetException {
  return new NetException('ArgumentNullException', `Value cannot be null. (Parameter '${parameter}')`);
}
