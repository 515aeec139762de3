metadata description = 'A job that tries the gateway from inside the network, with an identity of its own. Started by hand, through ARM.'
import { identityName, smokeSettings, textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of the Container Apps environment.')
param environmentId string

@description('Required. Identity of the job.')
param identity identityName

@description('Required. Client id of that identity.')
param identityClientId string

@description('Required. Application id that the token of the job is for.')
param applicationId string

@description('Required. Address of the API on the gateway, without a slash at the end.')
param gatewayUrl string

@description('Optional. Address of Open WebUI where it can be tried from inside alone: with the name that the platform gives.')
param appUrl string = ''

@description('Optional. The same with a host name of the company.')
param ownUrl string = ''

@description('Required. What is tried.')
param settings smokeSettings

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
      manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
      // Seconds; longer than the probe waits for a role that was assigned recently. It says itself what failed, so a second
      // try would only hide it.
      replicaTimeout: 1800
      replicaRetryLimit: 0
    }
    template: {
      containers: [
        {
          name: 'probe'
          image: settings.image
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          command: ['node', '-e']
          args: [settings.probeScript]
          env: [
            { name: 'PROBE_IDENTITY_CLIENT_ID', value: identityClientId }
            { name: 'PROBE_TOKEN_RESOURCE', value: applicationId }
            { name: 'PROBE_GATEWAY_URL', value: gatewayUrl }
            { name: 'PROBE_APP_URL', value: appUrl }
            { name: 'PROBE_OWN_URL', value: ownUrl }
            { name: 'PROBE_MODEL', value: settings.model }
            { name: 'PROBE_PROMPT', value: settings.prompt }
            { name: 'PROBE_FIRST_TOKEN_SECONDS', value: string(settings.firstTokenSeconds) }
            { name: 'PROBE_PATIENCE_SECONDS', value: '600' }
          ]
        }
      ]
    }
  }
}

@description('Resource id.')
output id string = job.id
