import type { SchemaError } from '@lz/config';

/** Checks a value; errors are left in `validate.errors`. */
export const validate: {
  (value: unknown): boolean;
  errors: readonly SchemaError[] | null;
};

/** The schema without its descriptions. */
export const schema: Readonly<Record<string, unknown>>;
