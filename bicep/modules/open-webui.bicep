metadata description = 'Open WebUI. Its whole configuration is environment variables: changing one makes a revision, and nothing is set by hand.'
import { customDomain, entraApplication, identityName, openWebUiDatabase, openWebUiSecrets, openWebUiSettings, textMap, uploadStorage } from '../types.bicep'
import { databaseVariables, keyVaultSecrets, secretVariables } from './open-webui-settings.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of the Container Apps environment.')
param environmentId string

@description('Required. Version, size and settings.')
param app openWebUiSettings

@description('Required. Identity of the app: it reads the secrets and the blobs.')
param identity identityName

@description('Required. Client id of that identity.')
param identityClientId string

@description('Required. Host name that people type.')
param host string

@description('Optional. Host name of the company, where the app itself answers to it.')
param domain customDomain?

@description('Required. Ranges that may reach the app; everybody where there is none.')
param allowedAddresses string[]

@description('Required. Entra application through which people sign in.')
param entra entraApplication

@description('Required. Address of the API on the gateway, without a slash at the end.')
param gatewayUrl string

@description('Required. Deployment names of the models that people chat with. The first is the default.')
@minLength(1)
param models string[]

@description('Required. The database.')
param database openWebUiDatabase

@description('Required. Where uploads lie.')
param uploads uploadStorage

@description('Conditional. Where the address of Redis with its key lies in Key Vault, unversioned; required for more than one replica.')
param redisUri string?

@description('Required. Addresses of the secrets in Key Vault, unversioned.')
param secretUris openWebUiSecrets

var url = 'https://${host}'

var core = {
  WEBUI_URL: url
  CORS_ALLOW_ORIGIN: url
  DEPLOYMENT_ID: app.deploymentId
  // The environment is the only source of configuration, the same on every replica.
  ENABLE_PERSISTENT_CONFIG: 'false'
  ENABLE_OAUTH_PERSISTENT_CONFIG: 'false'
  WEBUI_SESSION_COOKIE_SECURE: 'true'
  WEBUI_AUTH_COOKIE_SECURE: 'true'
  // `strict` would lose the state of the sign-in.
  WEBUI_SESSION_COOKIE_SAME_SITE: 'lax'
  // A session that outlived the Entra token would call the gateway without one.
  JWT_EXPIRES_IN: '12h'
  THREAD_POOL_SIZE: '2000'
  UVICORN_WORKERS: '1'
  ENABLE_WEBSOCKET_SUPPORT: 'true'
  ENABLE_OLLAMA_API: 'false'
  ENABLE_VERSION_UPDATE_CHECK: 'false'
  ENABLE_COMMUNITY_SHARING: 'false'
  ENABLE_EVALUATION_ARENA_MODELS: 'false'
  ENABLE_DIRECT_CONNECTIONS: 'false'
  ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS: 'false'
  ENABLE_API_KEYS: 'false'
  // They run without a signed-in person, so they would have no token for the gateway.
  ENABLE_AUTOMATIONS: 'false'
  GLOBAL_LOG_LEVEL: 'INFO'
  LOG_FORMAT: 'json'
  AUDIT_LOG_LEVEL: 'METADATA'
  ENABLE_AUDIT_STDOUT: 'true'
  ENABLE_AUDIT_LOGS_FILE: 'false'
}

var signIn = {
  ENABLE_OAUTH: 'true'
  ENABLE_OAUTH_SIGNUP: 'true'
  OAUTH_AUTO_REDIRECT: 'true'
  ENABLE_SIGNUP: 'false'
  ENABLE_INITIAL_ADMIN_SIGNUP: 'false'
  ENABLE_LOGIN_FORM: 'false'
  ENABLE_PASSWORD_AUTH: 'false'
  OAUTH_PROVIDER_NAME: 'Microsoft Entra ID'
  OAUTH_CLIENT_ID: entra.clientId
  // A public client with PKCE: there is no secret to store or to rotate.
  OAUTH_CODE_CHALLENGE_METHOD: 'S256'
  OAUTH_TOKEN_ENDPOINT_AUTH_METHOD: 'none'
  OPENID_PROVIDER_URL: '${environment().authentication.loginEndpoint}${entra.tenantId}/v2.0/.well-known/openid-configuration'
  OPENID_REDIRECT_URI: '${url}/oauth/oidc/callback'
  // The scope decides whom the access token is for. Client and API are one registration, which Entra only refreshes by GUID.
  OAUTH_SCOPES: 'openid profile email offline_access ${entra.clientId}/access_as_user'
  OAUTH_REFRESH_TOKEN_INCLUDE_SCOPE: 'true'
  // Without them in the ID token, Open WebUI asks Graph with a token that is not for Graph, and the sign-in fails.
  OAUTH_EMAIL_CLAIM: 'preferred_username'
  OAUTH_USERNAME_CLAIM: 'name'
  OAUTH_SUB_CLAIM: 'oid'
  OAUTH_PICTURE_CLAIM: ''
  OAUTH_MERGE_ACCOUNTS_BY_EMAIL: 'false'
  ENABLE_OAUTH_ROLE_MANAGEMENT: 'true'
  OAUTH_ROLES_CLAIM: 'roles'
  OAUTH_ALLOWED_ROLES: 'user,admin'
  OAUTH_ADMIN_ROLES: 'admin'
  // A token without any role would otherwise let its bearer in.
  DEFAULT_USER_ROLE: 'pending'
  ENABLE_OAUTH_ID_TOKEN_COOKIE: 'false'
}

var connections = {
  ENABLE_OPENAI_API: 'true'
  OPENAI_API_BASE_URLS: gatewayUrl
  OPENAI_API_KEYS: ''
  // Sends the person's own Entra token to the gateway. With the models named here, nobody has to ask the gateway for them.
  OPENAI_API_CONFIGS: string({
    '0': {
      enable: true
      auth_type: 'system_oauth'
      connection_type: 'external'
      model_ids: models
    }
  })
  ENABLE_BASE_MODELS_CACHE: 'false'
  DEFAULT_MODELS: models[0]
  TASK_MODEL_EXTERNAL: models[0]
  // Who may use which model is the gateway's decision; without this only administrators see any.
  BYPASS_MODEL_ACCESS_CONTROL: 'true'
  // Embedding calls carry nobody's token, so the gateway would refuse them; the slim image has no model of its own.
  BYPASS_EMBEDDING_AND_RETRIEVAL: contains(app.image, '-slim') ? 'true' : 'false'
}

var data = {
  DATABASE_ENABLE_SESSION_SHARING: 'true'
  DATABASE_USER_ACTIVE_STATUS_UPDATE_INTERVAL: '300'
  // The migration job has done it before a revision starts: a replica that migrated would do so while others serve.
  ENABLE_DB_MIGRATIONS: 'false'
  VECTOR_DB: 'pgvector'
  PGVECTOR_CREATE_EXTENSION: 'true'
}

// Files of a share lie where Open WebUI keeps its own copies of blobs otherwise.
var files = uploads.kind == 'blob'
  ? {
      STORAGE_PROVIDER: 'azure'
      AZURE_STORAGE_ENDPOINT: 'https://${uploads.account}.blob.${environment().suffixes.storage}/'
      AZURE_STORAGE_CONTAINER_NAME: uploads.folder
      AZURE_CLIENT_ID: identityClientId
      AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
    }
  : { STORAGE_PROVIDER: 'local' }

var messages = redisUri == null ? {} : { WEBSOCKET_MANAGER: 'redis' }

var settings = union(core, signIn, connections, databaseVariables(database), data, files, messages, app.environment)

// `Auto` claims the name at once and takes the managed certificate when it is issued: that needs no second write of the app.
var customDomains = domain == null
  ? []
  : [
      union(
        { name: domain!.hostname },
        empty(domain!.?certificateId)
          ? { bindingType: 'Auto' }
          : { bindingType: 'SniEnabled', certificateId: domain!.certificateId! }
      )
    ]

// The role of the identity may not have reached Key Vault yet when the app first reads its secrets.
@retryOn(
  [
    'InvalidParameterValueInContainerTemplate'
    'ContainerAppSecretKeyVaultUrlInvalid'
    'ContainerAppOperationInProgress'
  ],
  20
)
resource webui 'Microsoft.App/containerApps@2026-01-01' = {
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
      activeRevisionsMode: 'Single'
      ingress: {
        // baseline: Azure.ContainerApp.ExternalIngress suppressed: Application Gateway, or the person in the network, comes
        //   from outside the environment; with the exposure `container-app`, being public is what was chosen.
        // In an internal environment this means: from the networks.
        external: true
        targetPort: 8080
        transport: 'auto'
        allowInsecure: false
        // A person's socket and requests belong on one replica: without Redis there is no other way, and with it it is faster.
        stickySessions: { affinity: 'sticky' }
        traffic: [{ latestRevision: true, weight: 100 }]
        customDomains: customDomains
        ipSecurityRestrictions: [
          for (range, index) in allowedAddresses: { name: 'allowed-${index + 1}', action: 'Allow', ipAddressRange: range }
        ]
      }
      secrets: concat(
        keyVaultSecrets(secretUris, identity.id),
        redisUri == null ? [] : [{ name: 'redis-url', keyVaultUrl: redisUri, identity: identity.id }]
      )
    }
    template: {
      containers: [
        {
          name: 'open-webui'
          image: app.image
          resources: { cpu: json(app.cpu), memory: app.memory }
          env: concat(
            secretVariables(),
            redisUri == null
              ? []
              : map(['REDIS_URL', 'WEBSOCKET_REDIS_URL'], variable => { name: variable, secretRef: 'redis-url' }),
            map(items(settings), setting => { name: setting.key, value: setting.value })
          )
          volumeMounts: uploads.kind == 'blob'
            ? []
            : [{ volumeName: 'uploads', mountPath: '/app/backend/data/uploads' }]
          probes: [
            {
              // Pulling the image and loading it may take ten minutes.
              type: 'Startup'
              httpGet: { path: '/health', port: 8080 }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 60
            }
            {
              type: 'Readiness'
              httpGet: { path: '/ready', port: 8080 }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health', port: 8080 }
              periodSeconds: 30
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      // Uploads alone: SQLite on a share would lock itself out, and there is none.
      volumes: uploads.kind == 'blob'
        ? []
        : [
            {
              name: 'uploads'
              storageType: uploads.kind == 'nfs' ? 'NfsAzureFile' : 'AzureFile'
              storageName: 'uploads'
            }
          ]
      scale: { minReplicas: app.minReplicas, maxReplicas: app.maxReplicas }
    }
  }
}

@description('Resource id.')
output id string = webui.id

@description('Host name inside the environment.')
output fqdn string = webui.properties.configuration.ingress.fqdn
