// The agreements, their journals and ledgers, and the files handed in as evidence: what cannot be made again. The app may use its tables
// and the blobs of one container, and do nothing else here.
@maxLength(24)
param name string
param location string
param tags object
param principalId string
param redundancy string

@description('Whether it is reached by private addresses alone.')
param isPrivate bool

var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

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
    allowCrossTenantReplication: false
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
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

// A file that somebody overwrites or deletes by mistake can be had back for a month.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource evidence 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'evidence'
  properties: { publicAccess: 'None' }
}

resource mayUseEvidence 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(evidence.id, principalId, blobDataContributor)
  scope: evidence
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output name string = account.name
output blobsUri string = account.properties.primaryEndpoints.blob
output tablesUri string = account.properties.primaryEndpoints.table
