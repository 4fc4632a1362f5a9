// A network of the app's own: it reaches its accounts and its vault by private addresses, and nobody else reaches them.
param name string
param location string
param tags object
param hostAccountName string
param dataAccountName string
param vaultName string

var storage = environment().suffixes.storage
var zoneNames = [
  'privatelink.blob.${storage}'
  'privatelink.queue.${storage}'
  'privatelink.table.${storage}'
  'privatelink.vaultcore.azure.net'
]
var doors = [
  { name: 'host-blob', id: hostAccount.id, group: 'blob', zone: 0 }
  { name: 'host-queue', id: hostAccount.id, group: 'queue', zone: 1 }
  { name: 'host-table', id: hostAccount.id, group: 'table', zone: 2 }
  { name: 'data-blob', id: dataAccount.id, group: 'blob', zone: 0 }
  { name: 'data-table', id: dataAccount.id, group: 'table', zone: 2 }
  { name: 'vault', id: vault.id, group: 'vault', zone: 3 }
]

resource hostAccount 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: hostAccountName }

resource dataAccount 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: dataAccountName }

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = { name: vaultName }

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.0.0/24'
          // What Flex Consumption asks for.
          delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      { name: 'doors', properties: { addressPrefix: '10.20.1.0/24', privateEndpointNetworkPolicies: 'Disabled' } }
    ]
  }

  resource app 'subnets' existing = { name: 'app' }

  resource doors 'subnets' existing = { name: 'doors' }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: { name: zone, location: 'global', tags: tags }
]

resource known 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, index) in zoneNames: {
    parent: zones[index]
    name: name
    location: 'global'
    tags: tags
    properties: { virtualNetwork: { id: network.id }, registrationEnabled: false }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for door in doors: {
    name: '${name}-${door.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::doors.id }
      privateLinkServiceConnections: [
        { name: door.name, properties: { privateLinkServiceId: door.id, groupIds: [door.group] } }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (door, index) in doors: {
    parent: endpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: door.group, properties: { privateDnsZoneId: zones[door.zone].id } }]
    }
  }
]

// Whoever starts in it needs the names first.
output appSubnetId string = network::app.id
