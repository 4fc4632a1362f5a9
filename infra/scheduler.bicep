// Durable Task Scheduler: keeps the orchestrations when durableBackend is 'dts'. It knows identities only, no keys.
param name string
param location string
param tags object
param principalId string
param taskHubName string = 'followup'

var durableTaskDataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    // An empty list lets nobody in, and the app has no fixed address; the role below is what guards the door.
    ipAllowlist: ['0.0.0.0/0']
  }

  resource taskHub 'taskHubs' = { name: taskHubName }
}

resource mayUse 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler.id, principalId, durableTaskDataContributor)
  scope: scheduler
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', durableTaskDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output endpoint string = scheduler.properties.endpoint
output taskHub string = scheduler::taskHub.name
