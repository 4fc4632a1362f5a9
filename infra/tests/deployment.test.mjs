// What would be deployed, as the compiler foresees it: by main.bicep with what has no default, and with every option. Run by infra/check.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const built = process.env.FOLLOWUP_INFRA_BUILT;
const read = file => JSON.parse(readFileSync(`${built}/${file}`, 'utf8'));
const template = read('main.json');
const deployments = Object.fromEntries(
  ['smallest', 'everything'].map(name => [name, read(`tests/${name}.snapshot.json`).predictedResources]));
const { everything, smallest } = deployments;

const ofType = (resources, type) => resources.filter(resource => resource.type === `Microsoft.${type}`);
const named = (resources, type, part) => ofType(resources, type).find(resource => resource.name.includes(part));

const each = (title, check) => {
  for (const [name, resources] of Object.entries(deployments)) {
    test(`${title} (${name})`, () => check(resources));
  }
};

/** A resource's name without what makes it unique. */
const kind = name => name.replace(/[a-z0-9]{13}$/, '');

/** What a role or a lock is on. */
const on = ({ id }) =>
  (/^\[extensionResourceId\('([^']+)'/.exec(id)?.[1] ?? id.split('/providers/Microsoft.Authorization/')[0]).split('/').at(-1);

const rolesOf = resources => ofType(resources, 'Authorization/roleAssignments')
  .map(role => `${kind(on(role))} ${role.properties.roleDefinitionId.split('/').at(-1)}`).sort();

const own = [
  'acs- 09976791-48a7-449e-bb21-39d1a415f350', // Communication and Email Service Owner
  'appi- 3913510d-42f4-4e42-8a64-420c390055eb', // Monitoring Metrics Publisher
  'evidence ba92f5b4-2d11-453d-a403-e96b0029c9fe', // Storage Blob Data Contributor
  'kv- 4633458b-17de-408a-b874-0445c86b69e6', // Key Vault Secrets User
  'stdata 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', // Storage Table Data Contributor
  'sthost 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', // Storage Table Data Contributor
  'sthost 974c5e8b-45b9-4653-ba55-5f855dd0fb88', // Storage Queue Data Contributor
  'sthost b7e6dc6d-f1e8-4753-8033-0f276bb0955b', // Storage Blob Data Owner
];

test('the app has the roles that it needs, each on one thing, and no other', () => {
  assert.deepEqual(rolesOf(everything), own);
  assert.deepEqual(rolesOf(smallest), own.filter(role => !role.startsWith('acs-')));
});

test('the role on the mail service is the app registration\'s, and all others the app\'s', () => {
  const others = ofType(everything, 'Authorization/roleAssignments')
    .filter(({ properties }) => !properties.principalId.includes('userAssignedIdentities'));
  assert.deepEqual(others.map(({ properties }) => properties.principalId), ['22222222-2222-2222-2222-222222222222']);
});

each('accounts take TLS 1.2, identities alone, and show no blob to the public', resources => {
  const accounts = ofType(resources, 'Storage/storageAccounts');
  assert.equal(accounts.length, 2);
  for (const { properties } of accounts) {
    assert.equal(properties.minimumTlsVersion, 'TLS1_2');
    assert.equal(properties.supportsHttpsTrafficOnly, true);
    assert.equal(properties.allowSharedKeyAccess, false);
    assert.equal(properties.allowBlobPublicAccess, false);
    assert.equal(properties.allowCrossTenantReplication, false);
  }

  for (const container of ofType(resources, 'Storage/storageAccounts/blobServices/containers')) {
    assert.equal(container.properties?.publicAccess ?? 'None', 'None', container.name);
  }
});

each('agreements lie in three zones, locked, and a file can be had back', resources => {
  assert.equal(named(resources, 'Storage/storageAccounts', 'stdata').sku.name, 'Standard_ZRS');
  const locks = ofType(resources, 'Authorization/locks');
  assert.deepEqual(locks.map(lock => lock.properties.level), ['CanNotDelete']);
  assert.equal(kind(on(locks[0])), 'stdata');
  const { properties } = named(resources, 'Storage/storageAccounts/blobServices', 'stdata');
  assert.equal(properties.isVersioningEnabled, true);
  assert.ok(properties.deleteRetentionPolicy.days >= 30 && properties.containerDeleteRetentionPolicy.days >= 30);
});

each('the vault asks for roles, and forgets nothing', resources => {
  const [{ properties }] = ofType(resources, 'KeyVault/vaults');
  assert.equal(properties.enableRbacAuthorization, true);
  assert.equal(properties.enablePurgeProtection, true);
});

each('the app takes HTTPS alone, and no publishing password', resources => {
  const [{ properties }] = ofType(resources, 'Web/sites');
  assert.equal(properties.httpsOnly, true);
  assert.equal(properties.siteConfig.minTlsVersion, '1.2');
  assert.equal(properties.siteConfig.ftpsState, 'Disabled');
  const passwords = ofType(resources, 'Web/sites/basicPublishingCredentialsPolicies');
  assert.deepEqual(passwords.map(policy => policy.properties.allow), [false, false]);
  assert.equal(ofType(resources, 'Web/serverfarms')[0].sku.name, 'FC1');
});

each('a setting that is a secret is a reference into the vault', resources => {
  const settings = named(resources, 'Web/sites/config', 'appsettings').properties;
  for (const [name, value] of Object.entries(settings).filter(([key]) => /password|key|secret/i.test(key))) {
    assert.match(value, /^@Microsoft\.KeyVault\(/, name);
  }

  assert.ok(!/AccountKey=|SharedAccessSignature|listKeys/i.test(JSON.stringify(settings)));
});

test('no output and no setting is a key', () => {
  assert.ok(!/listKeys|listAccountSas|listSecrets|list\w*\(/i.test(JSON.stringify(template)));
  for (const name of Object.keys(template.outputs)) {
    assert.match(name, /^(AZURE|FOLLOWUP)_[A-Z_]+$/);
    assert.ok(!/KEY$|SECRET|PASSWORD|CONNECTION/.test(name), name);
  }
});

const lengths = {
  'Communication/communicationServices': [1, 63],
  'Consumption/budgets': [1, 63],
  'Insights/scheduledQueryRules': [1, 260],
  'KeyVault/vaults': [3, 24],
  'ManagedIdentity/userAssignedIdentities': [3, 128],
  'Network/privateEndpoints': [2, 64],
  'Network/virtualNetworks': [2, 64],
  'OperationalInsights/workspaces': [4, 63],
  'Resources/resourceGroups': [1, 90],
  'Storage/storageAccounts': [3, 24],
  'Web/serverfarms': [1, 60],
  'Web/sites': [2, 60],
};

each('names are as long as Azure takes them, under the longest name as well', resources => {
  for (const [type, [least, most]] of Object.entries(lengths)) {
    for (const { name } of ofType(resources, type)) {
      assert.ok(name.length >= least && name.length <= most, `${type} ${name}`);
    }
  }

  for (const { name } of ofType(resources, 'Storage/storageAccounts')) {
    assert.match(name, /^[a-z0-9]+$/);
  }
});

test('operators are told of each alarm by its name, and of silence', () => {
  const rules = ofType(everything, 'Insights/scheduledQueryRules');
  assert.deepEqual(rules.map(rule => rule.properties.displayName.replace('FollowUp: ', '')).sort(),
    ['engine-away', 'items-full', 'late', 'letters-failing', 'no-sweep', 'poison', 'silent', 'store-away', 'store-refuses']);
  const [group] = ofType(everything, 'Insights/actionGroups');
  assert.deepEqual(group.properties.emailReceivers.map(one => one.emailAddress), ['operators@ministry.example']);
  for (const { properties } of rules) {
    assert.deepEqual(properties.actions.actionGroups, [group.id]);
    assert.ok(properties.enabled && properties.autoMitigate);
  }

  assert.equal(rules.find(rule => rule.name.endsWith('silent')).properties.windowSize, 'PT10M');
  assert.deepEqual(ofType(smallest, 'Insights/scheduledQueryRules'), []);
});

test('a budget tells the operators before it is spent', () => {
  const [{ properties }] = ofType(everything, 'Consumption/budgets');
  assert.equal(properties.amount, 200);
  const told = Object.values(properties.notifications).map(one => [one.thresholdType, one.threshold]);
  assert.deepEqual(told, [['Actual', 80], ['Forecasted', 100]]);
  assert.deepEqual(ofType(smallest, 'Consumption/budgets'), []);
});

test('in a network of its own the app is the only one that reaches accounts and vault', () => {
  for (const type of ['Storage/storageAccounts', 'KeyVault/vaults']) {
    for (const resource of ofType(everything, type)) {
      assert.equal(resource.properties.publicNetworkAccess, 'Disabled', resource.name);
    }
  }

  const reached = ofType(everything, 'Network/privateEndpoints').map(endpoint => {
    const { privateLinkServiceId, groupIds } = endpoint.properties.privateLinkServiceConnections[0].properties;
    return `${kind(privateLinkServiceId.split('/').at(-1))} ${groupIds}`;
  });
  assert.deepEqual(reached.sort(), ['kv- vault', 'stdata blob', 'stdata table', 'sthost blob', 'sthost queue', 'sthost table']);
  assert.match(ofType(everything, 'Web/sites')[0].properties.virtualNetworkSubnetId, /\/subnets\/app$/);
  assert.deepEqual(smallest.filter(resource => resource.type.startsWith('Microsoft.Network/')), []);
});

test('spread over zones, the app and its host account lie in several as well', () => {
  assert.equal(ofType(everything, 'Web/serverfarms')[0].properties.zoneRedundant, true);
  assert.equal(ofType(everything, 'Web/sites')[0].properties.functionAppConfig.scaleAndConcurrency.alwaysReady[0].instanceCount, 2);
  assert.equal(named(everything, 'Storage/storageAccounts', 'sthost').sku.name, 'Standard_ZRS');
});

test('a mail service of Azure sends from its own domain, as an app registration', () => {
  const settings = named(everything, 'Web/sites/config', 'appsettings').properties;
  assert.match(settings.Mail__From, /FollowUp.*DoNotReply/s);
  assert.equal(ofType(everything, 'Communication/communicationServices/smtpUsernames')[0].properties.username, settings.Smtp__User);
  assert.deepEqual(smallest.filter(resource => resource.type.startsWith('Microsoft.Communication/')), []);
  assert.equal(named(smallest, 'Web/sites/config', 'appsettings').properties.Mail__From, 'FollowUp <followup@ministry.example>');
});
