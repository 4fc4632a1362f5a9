// FollowUp on Azure: one function app with an identity of its own, and nothing that opens with a shared key.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Names the deployment; every resource name derives from it.')
param environmentName string

@minLength(1)
@description('Region of every resource. It must offer Flex Consumption.')
@metadata({ azd: { type: 'location' } })
param location string

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
@description('How often the agreements are kept. ZRS survives the loss of a zone; choose LRS only where a region has no zones.')
param dataRedundancy string = 'Standard_ZRS'

@description('Spreads the app itself over zones. Costs at least two always-ready instances.')
param zoneRedundant bool = false

@minLength(1)
@description('Sender of the letters, e.g. FollowUp <followup@ministry.example>.')
param mailFrom string

@description('Where answers to letters go. Empty: to the coordinator of what a letter is about.')
param mailReplyTo string = ''

@minLength(1)
@description('Mail server that takes the letters. A follow-up that can tell nobody is not deployed.')
param smtpHost string

@minValue(1)
@maxValue(65535)
param smtpPort int = 587

param smtpUser string = ''

@description('Name under which the mail password lies in the key vault. The password itself never passes through here.')
param smtpSecretName string = ''

@description('Name under which the key lies in the key vault that links in letters are signed with. Empty: letters have no links.')
param linksSecretName string = ''

@description('The same of the key before it, while links of letters that are out shall live on.')
param linksPreviousSecretName string = ''

@description('Application (client) id of the app registration that people sign in with. Its redirect address is that of the app, with /.auth/login/aad/callback; it issues ID tokens. Empty: nobody signs in.')
param signInClientId string = ''

@description('Mail addresses of the coordinators of the office, with commas between.')
param coordinators string = ''

var names = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: '${names.resourceGroup}${environmentName}'
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  scope: group
  params: { name: '${names.identity}${token}', location: location, tags: tags }
}

module watch 'watch.bicep' = {
  scope: group
  params: {
    logsName: '${names.logAnalytics}${token}'
    insightsName: '${names.applicationInsights}${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module hostAccount 'host-account.bicep' = {
  scope: group
  params: {
    name: '${names.storage}host${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    redundancy: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
  }
}

module dataAccount 'data-account.bicep' = {
  scope: group
  params: {
    name: '${names.storage}data${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    redundancy: dataRedundancy
  }
}

module vault 'vault.bicep' = {
  scope: group
  params: {
    name: '${names.keyVault}${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module app 'app.bicep' = {
  scope: group
  params: {
    name: '${names.functionApp}${token}'
    planName: '${names.plan}${token}'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostAccountName: hostAccount.outputs.name
    packagesUri: hostAccount.outputs.packagesUri
    tablesUri: dataAccount.outputs.tablesUri
    blobsUri: dataAccount.outputs.blobsUri
    insightsName: watch.outputs.insightsName
    vaultName: vault.outputs.name
    mailFrom: mailFrom
    mailReplyTo: mailReplyTo
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpUser: smtpUser
    smtpSecretName: smtpSecretName
    linksSecretName: linksSecretName
    linksPreviousSecretName: linksPreviousSecretName
    signInClientId: signInClientId
    coordinators: coordinators
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = app.outputs.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output FOLLOWUP_BOARD string = '${app.outputs.uri}/board'
output FOLLOWUP_TABLES_URI string = dataAccount.outputs.tablesUri
