metadata description = 'What Open WebUI needs to reach its database, said once: the app and the migration job get the same.'
import { secretVariable, keyVaultSecret, openWebUiDatabase, openWebUiSecrets, textMap } from '../types.bicep'

@export()
@description('Variables that lead to the database.')
func databaseVariables(database openWebUiDatabase) textMap => {
  DATABASE_TYPE: 'postgresql'
  DATABASE_HOST: database.host
  DATABASE_PORT: '5432'
  DATABASE_NAME: database.name
  DATABASE_USER: database.user
  PGSSLMODE: 'require'
}

@export()
@description('Secrets, which the platform reads from Key Vault as the identity with this resource id.')
func keyVaultSecrets(uris openWebUiSecrets, identityId string) keyVaultSecret[] => [
  { name: 'database-password', keyVaultUrl: uris.databasePassword, identity: identityId }
  { name: 'webui-secret-key', keyVaultUrl: uris.webuiSecretKey, identity: identityId }
]

@export()
@description('Variables that take their values from those secrets.')
func secretVariables() secretVariable[] => [
  { name: 'DATABASE_PASSWORD', secretRef: 'database-password' }
  { name: 'WEBUI_SECRET_KEY', secretRef: 'webui-secret-key' }
]
