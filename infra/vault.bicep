// The few secrets that others give us, such as the password of the mail server. An operator puts them in:
//   az keyvault secret set --vault-name <AZURE_KEY_VAULT_NAME> --name <FOLLOWUP_SMTP_SECRET_NAME> --file <path>
@maxLength(24)
param name string
param location string
param tags object
param principalId string

@description('Whether it is reached by private addresses alone: whoever puts a secret in does it from the network.')
param isPrivate bool

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, keyVaultSecretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output name string = vault.name
