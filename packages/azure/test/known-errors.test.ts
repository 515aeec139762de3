import { describe, expect, test } from 'vitest';
import { findKnownError, knownErrors } from '../src/index.ts';

describe('known errors', () => {
  test('there are enough of them, each with an id of its own', () => {
    expect(knownErrors.length).toBeGreaterThanOrEqual(40);
    expect(new Set(knownErrors.map((entry) => entry.id)).size).toBe(knownErrors.length);
  });

  test.each(knownErrors.map((entry) => [entry.id, entry] as const))('%s is found by its example', (_, entry) => {
    expect(findKnownError(entry.example.code, entry.example.message)?.id).toBe(entry.id);
  });

  test.each(knownErrors.map((entry) => [entry.id, entry] as const))(
    '%s tells cause and remedy in sentences',
    (_, entry) => {
      expect(entry.match.code ?? entry.match.message).toBeDefined();
      for (const text of [entry.cause, entry.remedy]) expect(text).toMatch(/^\S.{8,}[.)`]$|^Nothing; .+\.$/s);
      if (!entry.transient) expect(entry.remedy).not.toMatch(/^Nothing/);
    },
  );

  test.each([
    ['SomethingNew', 'never seen'],
    ['ConflictError', 'another conflict'],
    ['OperationNotAllowed', 'this is not about limits'],
    ['NotInvalidTemplate', 'a code that only contains a known one'],
  ])('%s (%s) is not taken for a known one', (code, message) => {
    expect(findKnownError(code, message)).toBeUndefined();
  });
});
