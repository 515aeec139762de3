/**
 * Private DNS zones of the services that are reached through private endpoints, by the member names of `privateDnsZones`
 * in `bicep/types.bicep`. Public cloud. Foundry answers under three names, which all need a record.
 */
export const privateDnsZones = {
  vault: 'privatelink.vaultcore.azure.net',
  postgres: 'privatelink.postgres.database.azure.com',
  blob: 'privatelink.blob.core.windows.net',
  file: 'privatelink.file.core.windows.net',
  redis: 'privatelink.redis.azure.net',
  cognitiveServices: 'privatelink.cognitiveservices.azure.com',
  openAi: 'privatelink.openai.azure.com',
  foundry: 'privatelink.services.ai.azure.com',
} as const;
