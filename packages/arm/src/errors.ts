/** One error as ARM reports it. */
export interface TemplateErrorInfo {
  readonly code: string;
  readonly message: string;
  /** Where in the template: `resources.vnet.properties.subnets[1]`, `parameters.name`, … */
  readonly target?: string;
  readonly details?: readonly TemplateErrorInfo[];
}

/** A template, its parameters or an expression that ARM would refuse. `code` and `message` are ARM's own. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code: string;
  readonly target: string | undefined;
  readonly details: readonly TemplateErrorInfo[];

  constructor(code: string, message: string, target?: string, details: readonly TemplateErrorInfo[] = []) {
    super(message);
    this.code = code;
    this.target = target;
    this.details = details;
  }

  /** The error as data, ready for a response body. */
  toInfo(): TemplateErrorInfo {
    return {
      code: this.code,
      message: this.message,
      ...(this.target === undefined ? {} : { target: this.target }),
      ...(this.details.length === 0 ? {} : { details: this.details }),
    };
  }
}

/** A nested deployment that cannot be expanded before it starts, because a loop's length is known at run time only. */
export class ShortCircuitError extends TemplateError {}

/** An expression that cannot be evaluated; the caller adds the template path and turns it into a `TemplateError`. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}

/** Runs `action`; an `ExpressionError` becomes a `TemplateError` that says where in the template it happened. */
export function atPath<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const message = `Unable to process template language expressions at '${path}': '${error.message}'`;
    throw new TemplateError('InvalidTemplate', message, path);
  }
}
