metadata description = 'A job that brings the schema of the database to the version of its image. deploy-spoke starts it before a revision of that version is made.'
import { identityName, openWebUiDatabase, openWebUiSecrets, textMap } from '../types.bicep'
import { databaseVariables, keyVaultSecrets, secretVariables } from './open-webui-settings.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of the Container Apps environment.')
param environmentId string

@description('Required. Image of Open WebUI, the one that the app gets next.')
param image string

@description('Required. Identity that reads the secrets: the one of the app.')
param identity identityName

@description('Required. The database.')
param database openWebUiDatabase

@description('Required. Addresses of the secrets in Key Vault, unversioned.')
param secretUris openWebUiSecrets

// The role of the identity may not have reached Key Vault yet when the job first reads its secrets.
@retryOn(
  [
    'InvalidParameterValueInContainerTemplate'
    'ContainerAppSecretKeyVaultUrlInvalid'
    'ContainerAppOperationInProgress'
  ],
  20
)
resource job 'Microsoft.App/jobs@2026-01-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Manual'
      // Migrations take no lock: two at a time would break the schema, and a second try would hide why the first failed.
      manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
      replicaTimeout: 1800
      replicaRetryLimit: 0
      secrets: keyVaultSecrets(secretUris, identity.id)
    }
    template: {
      containers: [
        {
          name: 'migration'
          image: image
          resources: { cpu: json('1'), memory: '2Gi' }
          // Importing this module migrates. It is what the program itself does when it starts, without starting the rest.
          command: ['python']
          args: ['-c', 'import open_webui.config']
          env: concat(
            secretVariables(),
            map(
              items(union(databaseVariables(database), { ENABLE_DB_MIGRATIONS: 'true' })),
              setting => { name: setting.key, value: setting.value }
            )
          )
        }
      ]
    }
  }
}

@description('Resource id.')
output id string = job.id
