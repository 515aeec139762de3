import { AzureError } from '../../kernel/http.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { isNameTaken } from '../common/global-names.ts';
import { textAt } from '../common/json.ts';
import type { ProviderOperation } from '../type-definition.ts';
import { STORAGE, VALID_NAME } from './accounts.ts';

export const storageOperations: readonly ProviderOperation[] = [
  {
    method: 'POST',
    path: 'providers/Microsoft.Storage/checkNameAvailability',
    apiVersions: API_VERSIONS.storage,
    action: 'Microsoft.Storage/checkNameAvailability/read',
    handle({ world, body }) {
      const name = textAt(body, 'name');
      if (name === undefined)
        throw new AzureError(400, { code: 'InvalidRequestContent', message: 'The member name is required.' });
      if (!VALID_NAME.test(name))
        return {
          status: 200,
          wrote: false,
          body: {
            nameAvailable: false,
            reason: 'AccountNameInvalid',
            message: `${name} is not a valid storage account name.`,
          },
        };
      const taken = isNameTaken(world, STORAGE, name);
      return {
        status: 200,
        wrote: false,
        body: taken
          ? {
              nameAvailable: false,
              reason: 'AlreadyExists',
              message: `The storage account named ${name} is already taken.`,
            }
          : { nameAvailable: true },
      };
    },
  },
];
