/** One failed keyword of the schema, as the compiled validator reports it. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer of the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set where the error is about a key's name. */
  readonly propertyName?: string;
}

/** Checks a value and fills in the schema's defaults; errors are left in `validate.errors`. */
export const validate: {
  (value: unknown): boolean;
  errors: readonly SchemaError[] | null;
};

/** The schema without its descriptions. */
export const schema: Readonly<Record<string, unknown>>;
