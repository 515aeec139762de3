/** Where something stands in a query: both count from one. */
export interface KqlPosition {
  readonly line: number;
  readonly pos: number;
}

/**
 * What a query cannot do. `syntax` and `semantic` are the query's own mistakes, as the service tells them apart;
 * `not-supported` is Kusto that this evaluator lacks.
 */
export class KqlError extends Error {
  override readonly name = 'KqlError';
  readonly kind: 'syntax' | 'semantic' | 'not-supported';
  readonly position: KqlPosition;
  /** What stands there. */
  readonly token: string;

  constructor(kind: KqlError['kind'], message: string, position: KqlPosition, token = '') {
    super(`${message} on line [${position.line},${position.pos}]`);
    this.kind = kind;
    this.position = position;
    this.token = token;
  }
}

/** The query does not fit the grammar. */
export function syntaxError(message: string, position: KqlPosition, token: string): KqlError {
  return new KqlError('syntax', message, position, token);
}

/** The query names or combines what cannot be. */
export function semanticError(message: string, position: KqlPosition): KqlError {
  return new KqlError('semantic', message, position);
}

/** Kusto that is not here. */
export function notSupported(what: string, position: KqlPosition): KqlError {
  return new KqlError('not-supported', `${what} is not implemented by this local Azure`, position);
}
