/** The part of @azure/identity that runs use; a module of its own, since it is loaded only when a token is needed. */
export {
  AzureCliCredential,
  ChainedTokenCredential,
  ClientAssertionCredential,
  EnvironmentCredential,
  ManagedIdentityCredential,
} from '@azure/identity';
