import { IDS } from '../landscape.ts';
import { p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const FIC = `${IDS.identity}/federatedIdentityCredentials/github`;
/** User-assigned identities and their federated credentials. */
export const managedIdentities: readonly RuleCase[] = [
  refuse('federated-credential-complete', 'BadRequest', FIC, { [`${p}.issuer`]: undefined }),
  refuse(
    'federated-credential-unique',
    'Conflict',
    FIC,
    {},
    { as: `${IDS.identity}/federatedIdentityCredentials/again` },
  ),
  refuse(
    'federated-credential-count',
    'TooManyFederatedIdentityCredentials',
    FIC,
    { [`${p}.subject`]: 'new' },
    {
      as: `${IDS.identity}/federatedIdentityCredentials/new`,
      given: (bench) => {
        for (let index = 0; index < 19; index += 1)
          bench.put(`${IDS.identity}/federatedIdentityCredentials/f-${index}`, {
            properties: { issuer: 'x', subject: `s${index}`, audiences: ['a'] },
          });
      },
    },
  ),
];
