// The function app on Flex Consumption, and every setting that it runs with.
param name string
param planName string
param location string
param tags object
param zoneRedundant bool
param identityId string
param identityClientId string
param hostAccountName string
param packagesUri string
param tablesUri string
param blobsUri string
param insightsName string

param vaultName string
param mailFrom string
param mailReplyTo string
param smtpHost string
param smtpPort int
param smtpUser string
param smtpSecretName string
param linksSecretName string
param linksPreviousSecretName string

@description('The app registration that people sign in with, in this tenant. Empty: nobody signs in.')
param signInClientId string

@description('Mail addresses of the coordinators of the office, with commas between.')
param coordinators string

@description('Subnet from which it reaches the others. Empty: it goes by public addresses, and by its identity all the same.')
param subnetId string

@description('Few are needed: bursts are carried by the sweep, not by one instance for each item.')
param instancesMax int = 40

resource hostAccount 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: hostAccountName }

resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUri
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: instancesMax
        // One instance stays awake for the clocks of the items: a timer that falls due does not wake a sleeping app.
        alwaysReady: [{ name: 'durable', instanceCount: zoneRedundant ? 2 : 1 }]
      }
    }
  }

  // Deployment goes by identity as well: no publishing password works.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = { name: 'ftp', properties: { allow: false } }

  resource noDeployPassword 'basicPublishingCredentialsPolicies' = { name: 'scm', properties: { allow: false } }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(runtime, mail, access, links)
  }

  // It asks nobody to sign in: the page, and links in letters, are for everybody, and what they show FollowUp itself decides.
  resource signIn 'config' = if (!empty(signInClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true }
      login: { tokenStore: { enabled: false } }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
        }
      }
    }
  }
}

// How the host and its extensions behave is said in host.json alone, which is deployed with the app; here is what differs by place.
var runtime = {
  AZURE_CLIENT_ID: identityClientId
  FOLLOWUP_TABLES_URI: tablesUri
  FOLLOWUP_BLOBS_URI: blobsUri
  Board__Url: 'https://${app.properties.defaultHostName}/board/'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: hostAccount.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: hostAccount.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: hostAccount.properties.primaryEndpoints.table
  // The address itself would answer everybody with the platform's page.
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var mail = union(
  { Mail__From: mailFrom, Smtp__Host: smtpHost, Smtp__Port: string(smtpPort) },
  empty(mailReplyTo) ? {} : { Mail__ReplyTo: mailReplyTo },
  empty(smtpUser) ? {} : { Smtp__User: smtpUser },
  empty(smtpSecretName)
    ? {}
    : { Smtp__Password: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${smtpSecretName})' }
)

// What links in letters are signed with: openssl rand -base64 32. Two count at a time, so that it can be replaced.
var links = union(
  empty(linksSecretName)
    ? {}
    : { Links__Key: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${linksSecretName})' },
  empty(linksPreviousSecretName)
    ? {}
    : { Links__PreviousKey: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${linksPreviousSecretName})' }
)

// Until one of these is set, or a key for a program, it shows nothing to anybody.
var access = union(
  empty(signInClientId) ? {} : { Access__PlatformHeaders: 'true' },
  empty(coordinators) ? {} : { Access__Coordinators: coordinators }
)

output name string = app.name
output uri string = 'https://${app.properties.defaultHostName}'
