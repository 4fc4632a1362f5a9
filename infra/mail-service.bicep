// Azure's own mail server, for an office that has none: Azure Communication Services, spoken to by SMTP. Who signs in there is an app
// registration; its secret lies in the vault like any mail password, and its role is on this one service alone.
param name string
param tags object

@description('Where mail is kept while it is on its way, e.g. Europe.')
param dataLocation string

@description('What Smtp:User says. Any word; it stands for the app registration.')
param user string

@description('Application (client) id of the app registration that signs in.')
param clientId string

@description('Object id of its service principal, which the role is given to.')
param principalId string

// The least that Azure has for sending: there is no role for that alone.
var mailOwner = '09976791-48a7-449e-bb21-39d1a415f350'

resource mail 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }

  // Verified by Azure itself; a domain of one's own needs records that only its owner can make.
  resource domain 'domains' = {
    name: 'AzureManagedDomain'
    location: 'global'
    tags: tags
    properties: { domainManagement: 'AzureManaged', userEngagementTracking: 'Disabled' }
  }
}

resource service 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation, linkedDomains: [mail::domain.id] }
}

resource signIn 'Microsoft.Communication/communicationServices/smtpUsernames@2024-09-01-preview' = {
  parent: service
  name: 'followup'
  properties: { username: user, entraApplicationId: clientId, tenantId: tenant().tenantId }
}

resource maySend 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, principalId, mailOwner)
  scope: service
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', mailOwner)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('The only address that it sends from.')
output sender string = 'DoNotReply@${mail::domain.properties.mailFromSenderDomain}'
