// Whether each bill of material names what its reader would look for: every package by its address, with its version.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const [folder, ...bills] = process.argv.slice(2);
const expected = { Start: 'Microsoft.Data.Sqlite', Worker: 'MailKit', CommandLine: 'System.CommandLine', Azurite: 'azurite' };
for (const bill of bills) {
  const { bomFormat, components } = JSON.parse(readFileSync(`${folder}/${bill}.cdx.json`, 'utf8'));
  assert.equal(bomFormat, 'CycloneDX', bill);
  assert.ok(components.some(component => component.name === expected[bill]), `${bill} names ${expected[bill]}`);
  for (const { name, version, purl } of components) {
    assert.ok(version && purl?.startsWith('pkg:'), `${bill}: ${name} has a version and an address`);
  }

  console.log(`dependencies: ${folder}/${bill}.cdx.json names ${components.length} packages`);
}
