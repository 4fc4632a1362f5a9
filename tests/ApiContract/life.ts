// An item's life by a client that a tool of others made of docs/openapi.json: registered, signed for, asked about, put off, reported, returned
// and confirmed. Every name and every type is the contract's, or this does not compile.
import { readFile } from "node:fs/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "./node_modules/.made/openapi.js";

const [baseUrl, register] = process.argv.slice(2) as [string, string];
const api = createClient<paths>({ baseUrl });
const faults: string[] = [];
const demand = (holds: unknown, what: string) => holds || faults.push(what);

/** What was answered; a refusal ends it all, in the words of its problem. */
function done<T>({ data, error, response }: { data?: T; error?: components["schemas"]["ProblemResponse"]; response: Response }): T {
  if (error || data === undefined) throw new Error(`${response.url}: ${response.status} ${error?.detail ?? ""}`);
  return data;
}

const agreement = "2019-11-21-beijing";
const path = { agreement, item: "protocol-1" };
const item = { params: { path } };
const at = "/api/agreements/{agreement}/items/{item}" as const;

const body = JSON.parse(await readFile(register, "utf8")) as components["schemas"]["RegisterRequest"];
const registered = done(await api.POST("/api/registers", { body }));
demand(registered.agreements.some((one) => one.id === agreement && one.isNew), "the sample is registered, and new");
demand(!done(await api.POST("/api/registers", { body })).agreements[0]?.isNew, "registered again it is as it was");

demand(done(await api.PUT(`${at}/receipt`, { ...item, body: { by: "nia-law" } })).state === "signed", "its owner signs for it");
done(await api.POST(`${at}/progress`, { ...item, body: { by: "nia-law", text: "The draft is with the departments." } }));
const asked = done(await api.POST(`${at}/questions`, { ...item, body: { by: "nia-law", text: "Does the second annex belong to it?" } }));
demand(asked.nextActions.some((next) => next.action === "answer-question" && next.who.includes("nia-lead")), "the issuer is to answer");
const number = asked.questions[0]!.number;
done(await api.PUT(`${at}/questions/{number}`, { params: { path: { ...path, number } }, body: { by: "nia-lead", text: "Yes." } }));

done(await api.POST(`${at}/extensions`, { ...item, body: { by: "nia-law", dueOn: "2020-06-12", reason: "The annex is being translated." } }));
const granted = done(await api.PUT(`${at}/extensions/{number}`, {
  params: { path: { ...path, number: 1 } }, body: { by: "nia-lead", decision: "granted" },
}));
demand(granted.dueOn === "2020-06-12" && granted.originalDueOn === "2020-05-29", "it is due later, and the first date is kept");

const sent = done(await api.PUT(`${at}/completion`, { ...item, body: { by: "nia-law", evidence: { kind: "document", ref: "NIA-41" } } }));
demand(sent.state === "reported", "it is reported done");
done(await api.POST(`${at}/return`, { ...item, body: { by: "nia-lead", reason: "The annex is missing." } }));
done(await api.PUT(`${at}/completion`, { ...item, body: { by: "nia-law", evidence: { kind: "document", ref: "NIA-42" } } }));

const own = await api.PUT(`${at}/confirmation`, { ...item, body: { by: "nia-law" } });
demand(own.response.status === 403 && own.error?.type === "/problems/not-allowed", "nobody confirms their own work");
const stale = await api.PUT(`${at}/confirmation`, { params: { path, header: { "If-Match": "\"1\"" } }, body: { by: "nia-lead" } });
demand(stale.response.status === 412, "what was read long ago is held back");
const confirmed = done(await api.PUT(`${at}/confirmation`, { ...item, body: { by: "nia-lead", note: "Accepted" } }));
demand(confirmed.state === "confirmed" && !confirmed.open, "its issuer confirms, which closes it");

const shown = done(await api.GET(at, item));
demand(shown.verbs?.length === 0 || shown.verbs?.every((offer) => offer.verb === "amend"), "nothing is left to do but to put words right");
const lists = done(await api.GET("/api/items", { params: { query: { section: "closed", sort: "title", language: "en" } } }));
demand(lists.items.length === 1 && lists.items[0]?.id === path.item, "it is the one that is closed");
const entries = done(await api.GET(`${at}/journal`, item)).entries.map((entry) => entry.event);
demand(entries.join(" ").includes("extension-granted reported returned reported confirmed"), `the journal has all of it: ${entries.join(" ")}`);
const lines = done(await api.GET(`${at}/timetable`, item)).lines;
demand(lines.length > 0 && lines.every((line) => line.state !== "skipped" || line.why), "of each notice that is not sent it says why");
demand((await api.GET("/api/health/ready")).data?.status === "ready", "all is well");

for (const fault of faults) console.log(`not so: ${fault}`);
console.log(`${entries.length} entries, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
