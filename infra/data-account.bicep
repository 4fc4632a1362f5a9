// The agreements, their journals and ledgers: what cannot be made again. The app may use its tables and do nothing else here.
@maxLength(24)
param name string
param location string
param tags object
param principalId string
param redundancy string

var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

// Tables have no soft delete. Whoever really means to delete them, `azd down` included, lifts this lock first.
resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-the-agreements'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'Holds the agreements and the proof of who was told what.' }
}

resource mayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output tablesUri string = account.properties.primaryEndpoints.table
