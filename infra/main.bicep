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

@description('Puts accounts and key vault behind private addresses, in a network of the app\'s own. Secrets are then put into the vault from that network.')
param privateNetwork bool = false

@minLength(1)
@description('Sender of the letters, e.g. FollowUp <followup@ministry.example>; with a mail service of Azure the name alone, e.g. FollowUp.')
param mailFrom string

@description('Where answers to letters go. Empty: to the coordinator of what a letter is about.')
param mailReplyTo string = ''

@minLength(1)
@description('Mail server that takes the letters; smtp.azurecomm.net for a mail service of Azure. A follow-up that can tell nobody is not deployed.')
param smtpHost string

@minValue(1)
@maxValue(65535)
param smtpPort int = 587

param smtpUser string = ''

@description('Name under which the mail password lies in the key vault. The password itself never passes through here.')
param smtpSecretName string = ''

@description('Makes a mail service of Azure: application (client) id of the app registration that signs in to it. Empty: the mail server is somebody else\'s.')
param mailServiceClientId string = ''

@description('Object id of the service principal of that app registration.')
param mailServicePrincipalId string = ''

@description('Where that mail service keeps mail on its way.')
param mailServiceDataLocation string = 'Europe'

@description('Name under which the key lies in the key vault that links in letters are signed with. Empty: letters have no links.')
param linksSecretName string = ''

@description('The same of the key before it, while links of letters that are out shall live on.')
param linksPreviousSecretName string = ''

@description('Application (client) id of the app registration that people sign in with. Its redirect address is that of the app, with /.auth/login/aad/callback; it issues ID tokens. Empty: nobody signs in.')
param signInClientId string = ''

@description('Mail addresses of the coordinators of the office, with commas between.')
param coordinators string = ''

@description('Mail address of the operators, who hear of alarms and of the budget. Empty: nobody does.')
param operatorsMail string = ''

@minValue(0)
@description('What a month may cost, in the currency of the subscription. At 80 of a hundred, and where more is foreseen, operators hear of it. 0: no budget.')
param monthlyBudget int = 0

@description('From when on the budget counts: the first of a month.')
param budgetStart string = utcNow('yyyy-MM-01')

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
    isPrivate: privateNetwork
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
    isPrivate: privateNetwork
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
    isPrivate: privateNetwork
  }
}

module network 'network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    name: '${names.network}${token}'
    location: location
    tags: tags
    hostAccountName: hostAccount.outputs.name
    dataAccountName: dataAccount.outputs.name
    vaultName: vault.outputs.name
  }
}

module mailService 'mail-service.bicep' = if (!empty(mailServiceClientId)) {
  scope: group
  params: {
    name: '${names.communication}${token}'
    tags: tags
    dataLocation: mailServiceDataLocation
    user: smtpUser
    clientId: mailServiceClientId
    principalId: mailServicePrincipalId
  }
}

module alerts 'alerts.bicep' = if (!empty(operatorsMail)) {
  scope: group
  params: {
    prefix: '${names.alert}${token}-'
    location: location
    tags: tags
    logsId: watch.outputs.logsId
    mail: operatorsMail
  }
}

module budget 'budget.bicep' = if (monthlyBudget > 0 && !empty(operatorsMail)) {
  scope: group
  params: { name: '${names.budget}${token}', amount: monthlyBudget, mail: operatorsMail, startDate: budgetStart }
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
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    mailFrom: empty(mailServiceClientId) ? mailFrom : '${mailFrom} <${mailService!.outputs.sender}>'
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
