import { sendAndWait, type AzureClient } from '@lz/azure';
import { messageOf } from '../apply/errors.ts';
import { API_MANAGEMENT_VERSION as apiVersion } from '../api-version.ts';
import { ImportError } from './import-request.ts';

/** The current revision of an API. */
export async function currentRevision(client: AzureClient, api: string): Promise<string> {
  const { properties } = await client.get<{ readonly properties: { readonly apiRevision: string } }>(api, apiVersion);
  return properties.apiRevision;
}

/** Throws where another import has released a revision since this one began: its callers must not lose it. */
export async function requireStillCurrent(client: AzureClient, api: string, revision: string): Promise<void> {
  const now = await currentRevision(client, api);
  if (now === revision) return;
  throw new ImportError(`another import has released revision ${now} meanwhile`, {
    remedy: 'Run import-openapi again: it compares with the revision that is current now.',
  });
}

/**
 * Makes a revision the current one, and reads which one is. An error of the release alone says nothing: Azure may have
 * carried it out and lost the answer. `reader` reads although the run was cancelled.
 */
export async function release(
  client: AzureClient,
  reader: AzureClient,
  api: string,
  revision: string,
): Promise<{ readonly current: string; readonly error: unknown }> {
  let failure: unknown;
  try {
    await sendAndWait(client, {
      method: 'PUT',
      url: `${api}/releases/lz-revision-${revision}`,
      apiVersion,
      body: {
        properties: { apiId: `${api};rev=${revision}`, notes: `Revision ${revision}, verified by import-openapi` },
      },
    });
  } catch (error) {
    failure = error;
  }
  try {
    return { current: await readForSure(reader, api), error: failure };
  } catch (error) {
    throw new ImportError(
      `revision ${revision} was to be released, and it is not known whether it is current: ${messageOf(failure ?? error)}`,
      { cause: failure ?? error, remedy: unknownRemedy(api) },
    );
  }
}

/** An answer that was wrong once may be right the next time, and without it nobody knows what callers meet. */
async function readForSure(reader: AzureClient, api: string): Promise<string> {
  try {
    return await currentRevision(reader, api);
  } catch {
    await reader.pacing.backoff(2000);
    return currentRevision(reader, api);
  }
}

function unknownRemedy(api: string): string {
  const [, , , group = '', , , , service = '', , name = ''] = api.slice(1).split('/');
  return `Ask which one is (az apim api revision list -g ${group} -n ${service} --api-id ${name}), and run import-openapi again: it goes on from there. Both revisions are whole, and governed.`;
}
