// Holds the demo's stream against what it promises, knowing nothing of the code that wrote it.
import { readFileSync } from "node:fs";

const lines = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line));
const faults = [];
const demand = (holds, what) => holds || faults.push(what);
const sent = lines.filter((line) => line.event === "notice" && line.state === "sent");
const item = (id) => lines.filter((line) => line.item === id);
const told = (id, ladder) => new Set(sent.filter((line) => line.item === id && line.ladder === ladder).map((line) => line.to));

demand(lines.every((line, n) => n === 0 || Date.parse(lines[n - 1].at) <= Date.parse(line.at)), "lines are in order of at");

const names = lines.filter((line) => line.event === "notice")
  .map((line) => [line.agreement, line.item, line.ladder, line.rung, line.occurrence, line.to].join(" "));
demand(new Set(names).size === names.length, "no notice stands twice in the ledger");
demand(sent.every((line) => Date.parse(line.at) >= Date.parse(line.planned) || line.rung === "at-once" || line.rung === "done"), "nothing is sent before its moment");

for (const id of new Set(lines.map((line) => line.item).filter(Boolean))) {
  const closed = item(id).find((line) => line.event === "confirmed" || line.event === "withdrawn");
  demand(closed, `${id} is closed`);
  demand(sent.every((line) => line.item !== id || line.ladder === "closing" || Date.parse(line.at) <= Date.parse(closed.at)), `${id}: nothing but the closing letter after it was closed`);
  for (const person of told(id, "overdue")) {
    demand(told(id, "closing").has(person), `${id}: ${person} was told it is late, and that it is done`);
  }
}

const levels = sent.filter((line) => line.ladder === "overdue" && line.rung.startsWith("level-")).map((line) => line.rung);
demand(levels.join() === [...levels].sort().join() && levels.includes("level-2"), "levels hear in order, up to the second");
demand(told("three-levels", "receipt").has("representative-1"), "level 1 hears of the item that nobody signed for");
demand(item("operation-review").some((line) => line.event === "returned"), "one report came back");
demand(item("region").some((line) => line.event === "withdrawn"), "one item was withdrawn");
const moment = (id, event) => Date.parse(item(id).find((line) => line.event === event)?.at);
demand(moment("three-levels", "extension-asked") < moment("three-levels", "extension-granted"), "one extension was asked for, then granted");
demand(told("three-levels", "extension").has("nia-lead") && told("three-levels", "answered").has("nia-border"), "its issuer was asked, its owner answered");
demand(item("three-levels").some((line) => line.event === "reported" && line.at > "2020-07-01"), "and without it the item would have been late");
const waited = sent.filter((line) => line.item === "ports" && Date.parse(line.at) > moment("ports", "waiting") && Date.parse(line.at) < moment("ports", "resumed"));
demand(waited.length > 0 && waited.every((line) => line.ladder === "waiting" && line.to === "nia-intl"), "while the ports wait, the liaison is asked and nobody else");
const handed = sent.filter((line) => line.item === "region" && line.to === "nia-sco" && Date.parse(line.at) > moment("region", "handed-over"));
demand(handed.length === 1 && handed[0].ladder === "handover", "the former owner hears of the hand-over and nothing more");
const byLetter = lines.filter((line) => line.through === "letter").map((line) => `${line.item} ${line.event} ${line.by}`);
demand(byLetter.join() === "ports reported nia-ports,ports confirmed nia-lead", "the ports are reported and confirmed from letters alone");
demand(lines.filter((line) => line.event === "letter").length > 10, "letters were written");

for (const fault of faults) console.log(`not so: ${fault}`);
console.log(`${lines.length} lines, ${sent.length} notices sent, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
