import { describe, expect, test } from 'vitest';
import { sendAndWait, type Method } from '../src/index.ts';
import { azureServer, type Reply, type Seen } from './support/azure-server.ts';
import { clientOf } from './support/clients.ts';

const host = 'https://management.azure.com';
const resource: Reply = { status: 200, body: { id: '/r', properties: { provisioningState: 'Succeeded', size: 2 } } };
const status = (word: string, error?: object): Reply => ({
  status: 200,
  body: { status: word, ...(error && { error }) },
});

interface Style {
  readonly what: string;
  readonly method: Method;
  readonly replies: readonly Reply[];
  readonly paths: string;
  readonly result: unknown;
}

const asyncHeader = { 'azure-asyncoperation': `${host}/status` };
const styles: readonly Style[] = [
  {
    what: 'done at once',
    method: 'PUT',
    replies: [resource],
    paths: 'PUT /r',
    result: { properties: { size: 2 } },
  },
  {
    what: 'Azure-AsyncOperation after PUT',
    method: 'PUT',
    replies: [{ status: 201, body: {}, headers: asyncHeader }, status('InProgress'), status('Succeeded'), resource],
    paths: 'PUT /r, GET /status, GET /status, GET /r',
    result: { properties: { size: 2 } },
  },
  {
    what: 'Azure-AsyncOperation after DELETE',
    method: 'DELETE',
    replies: [{ status: 202, headers: asyncHeader }, status('Succeeded')],
    paths: 'DELETE /r, GET /status',
    result: undefined,
  },
  {
    what: 'Azure-AsyncOperation and Location after POST',
    method: 'POST',
    replies: [
      { status: 202, headers: { ...asyncHeader, location: `${host}/result` } },
      status('Succeeded'),
      { status: 200, body: { answer: 1 } },
    ],
    paths: 'POST /r, GET /status, GET /result',
    result: { answer: 1 },
  },
  {
    what: 'Location',
    method: 'POST',
    replies: [
      { status: 202, headers: { location: `${host}/l1` } },
      { status: 202, headers: { location: `${host}/l2` } },
      { status: 200, body: { answer: 2 } },
    ],
    paths: 'POST /r, GET /l1, GET /l2',
    result: { answer: 2 },
  },
  {
    what: 'provisioningState of the resource',
    method: 'PUT',
    replies: [
      { status: 201, body: { properties: { provisioningState: 'Creating' } } },
      { status: 200, body: { properties: { provisioningState: 'Updating' } } },
      resource,
    ],
    paths: 'PUT /r, GET /r, GET /r',
    result: { properties: { size: 2 } },
  },
];

const pathsOf = (requests: readonly Seen[]) => requests.map(({ method, path }) => `${method} ${path}`).join(', ');

describe('long-running operations', () => {
  test.each(styles)('$what', async ({ method, replies, paths, result }) => {
    await using server = await azureServer(replies);
    const answer = await sendAndWait(clientOf(server), { method, url: '/r', apiVersion: '1' });
    expect(pathsOf(server.requests)).toBe(paths);
    if (result === undefined) expect(answer).toBeUndefined();
    else expect(answer).toMatchObject(result as object);
  });

  test.each([
    [
      'Azure-AsyncOperation',
      [{ status: 201, body: {}, headers: asyncHeader }, status('Failed', { code: 'Boom', message: 'it broke' })],
    ],
    [
      'Location',
      [
        { status: 202, headers: { location: `${host}/l` } },
        { status: 200, body: { status: 'Failed', error: { code: 'Boom', message: 'it broke' } } },
      ],
    ],
    [
      'provisioningState',
      [
        { status: 201, body: { properties: { provisioningState: 'Creating' } } },
        { status: 200, body: { properties: { provisioningState: 'Failed', code: 'Boom', message: 'it broke' } } },
      ],
    ],
  ] as const)('a failure by %s is thrown with its code', async (_, replies) => {
    await using server = await azureServer(replies);
    const failed = sendAndWait(clientOf(server), { method: 'PUT', url: '/r' });
    await expect(failed).rejects.toMatchObject({ name: 'AzureRequestError', code: 'Boom', message: 'it broke' });
  });

  test('a cancelled operation is a failure too', async () => {
    await using server = await azureServer([{ status: 201, headers: asyncHeader }, status('Canceled')]);
    await expect(sendAndWait(clientOf(server), { method: 'PUT', url: '/r' })).rejects.toMatchObject({
      code: 'OperationCanceled',
    });
  });

  test('a poll that fails for a moment is repeated', async () => {
    await using server = await azureServer([
      { status: 201, headers: asyncHeader },
      { status: 503 },
      status('Succeeded'),
      resource,
    ]);
    const client = clientOf(server);
    await sendAndWait(client, { method: 'PUT', url: '/r' });
    expect(client.retries).toHaveLength(1);
  });
});
