import { describe, expect, test } from 'vitest';
import {
  distinctLeafErrors,
  innermostErrors,
  leafError,
  leafErrorsOfBody,
  parseErrorBody,
  type Json,
} from '../src/index.ts';

describe('error bodies', () => {
  test.each<[string, Json | undefined, string | undefined]>([
    ['ARM', { error: { code: 'A', message: 'm' } }, 'A: m'],
    ['a bare error', { code: 'A', message: 'm' }, 'A: m'],
    [
      'Graph',
      { error: { code: 'Request_BadRequest', message: 'm', innerError: { date: 'x' } } },
      'Request_BadRequest: m',
    ],
    ['OData', { 'odata.error': {}, error: { code: 'A', message: { value: 'm' } } }, 'A: m'],
    ['Entra', { error: 'invalid_client', error_description: 'AADSTS7000218: no' }, 'invalid_client: AADSTS7000218: no'],
    ['a code alone', { error: { code: 'A' } }, 'A: '],
    [
      'JSON in the message',
      { error: { code: 'Outer', message: 'failed: {"error":{"code":"Inner","message":"i"}}' } },
      'Inner: i',
    ],
    [
      'JSON in the message, twice',
      {
        error: {
          code: 'O',
          message: JSON.stringify({ error: { code: 'M', message: JSON.stringify({ code: 'I', message: 'i' }) } }),
        },
      },
      'I: i',
    ],
    [
      'details in details',
      {
        error: {
          code: 'A',
          message: 'm',
          details: [{ code: 'B', message: '', details: [{ code: 'C', message: 'c' }] }],
        },
      },
      'C: c',
    ],
    ['no error', { value: 1 }, undefined],
    ['text', 'gateway says no', undefined],
    ['nothing', undefined, undefined],
  ])('%s', (_, body, expected) => {
    const parsed = parseErrorBody(body);
    expect(
      parsed &&
        innermostErrors(parsed)
          .map(({ code, message }) => `${code}: ${message}`)
          .join(),
    ).toBe(expected);
  });
});

describe('leaf errors', () => {
  test('status messages are read as objects and as text with JSON in it', () => {
    const body = { status: 'Failed', error: { code: 'ServerIsBusy', message: 'busy' } };
    expect(leafErrorsOfBody(body)[0]?.code).toBe('ServerIsBusy');
    expect(leafErrorsOfBody(JSON.stringify(body))[0]?.code).toBe('ServerIsBusy');
    expect(leafErrorsOfBody('just text')[0]?.message).toBe('just text');
  });

  test('a target that is a resource is where the error belongs', () => {
    const target = '/subscriptions/s/resourceGroups/g/providers/Microsoft.App/containerApps/ca';
    const [leaf] = leafErrorsOfBody({
      error: { code: 'A', message: 'm', details: [{ code: 'B', message: 'b', target }] },
    });
    expect(leaf).toMatchObject({ resourceId: target, resourceName: 'ca', resourceType: 'Microsoft.App/containerApps' });
  });

  test('wrappers go where something real is known, and equal errors are one', () => {
    const wrapper = leafError({ code: 'DeploymentFailed', message: 'at least one failed' });
    const real = leafError({ code: 'InsufficientQuota', message: 'none left' });
    expect(distinctLeafErrors([wrapper, real, { ...real }])).toEqual([real]);
    expect(distinctLeafErrors([wrapper])).toEqual([wrapper]);
  });
});
