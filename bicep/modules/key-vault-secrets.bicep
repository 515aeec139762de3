metadata description = 'Secrets that are made once and stay. Nobody has to know them, so nobody does.'

@description('Required. Name of the Key Vault.')
param vaultName string

@description('Required. Secret names.')
param names {
  databasePassword: string
  webuiSecretKey: string
  certificate: string
}

@secure()
@description('Required. Password of the database, used when there is none yet.')
param databasePassword string

@secure()
@description('Required. Key with which Open WebUI signs sessions, used when there is none yet: a new one would sign everybody out.')
param webuiSecretKey string

@description('Required. `true`: the certificate of the ingress lies in this vault. Said apart, because what-if does not know secure values.')
param withCertificate bool

@secure()
@description('Optional. Certificate of the ingress: PFX, base64, without password. Where it is given it becomes the current version.')
param certificatePfx string

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName
}

// baseline: CKV_AZURE_41 suppressed for database-password, webui-secret-key, ingress-certificate: the first two are
//   made here and known to nobody, and a date would only stop the service on that day; a certificate carries its own,
//   and the next run renews it in time.
@onlyIfNotExists()
resource database 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = {
  parent: vault
  name: names.databasePassword
  properties: {
    value: databasePassword
    contentType: 'text/plain'
  }
}

@onlyIfNotExists()
resource webui 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = {
  parent: vault
  name: names.webuiSecretKey
  properties: {
    value: webuiSecretKey
    contentType: 'text/plain'
  }
}

resource certificate 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = if (withCertificate && !empty(certificatePfx)) {
  parent: vault
  name: names.certificate
  properties: {
    value: certificatePfx
    contentType: 'application/x-pkcs12'
  }
}

@description('Resource id of the key of Open WebUI.')
output webuiSecretKeyId string = webui.id
