import { written } from '../forms/texts.js';
import { stagesOf } from './stages.js';

/*
 * What a form can see by itself before it asks the service: what was left open, and dates that go backwards. The service decides
 * the rest, and would refuse these too.
 */
const required = pointer => ({ pointer, code: 'required' });

const mail = /^[^\s@]+@[^\s@]+$/;

/** By where it stands on the form, which has one agreement. */
export function faultsOfAgreement(draft) {
  return [
    ...draft.people.flatMap((person, n) => faultsOfPerson(person, `/people/${n}`)),
    ...[!written(draft.title) && required('/title'), !draft.signedOn && required('/signedOn')],
    draft.parties.length === 0 && required('/parties'),
    ...draft.parties.flatMap((party, n) => faultsOfParty(party, `/parties/${n}`)),
    !draft.coordinator && required('/coordinator'),
    ...draft.chain.map((level, n) => !level.who && required(`/chain/${n}`)),
    ...draft.clauses.flatMap((clause, n) => [
      !clause.label.trim() && required(`/clauses/${n}/label`), !written(clause.text) && required(`/clauses/${n}/text`),
    ]),
    draft.items.length === 0 && required('/items'),
    ...draft.items.flatMap((item, n) => faultsOfItem(item, `/items/${n}`, draft.signedOn)),
  ].filter(Boolean);
}

export function faultsOfItem(item, at, signedOn) {
  return [
    !written(item.title) && required(`${at}/title`),
    !item.owner && required(`${at}/owner`),
    !item.issuer && required(`${at}/issuer`),
    !item.dueOn ? required(`${at}/dueOn`) : signedOn && item.dueOn < signedOn && { pointer: `${at}/dueOn`, code: 'beforeSigned' },
    ...item.dependsOn.map((one, n) => !one.who && required(`${at}/dependsOn/${n}`)),
    ...item.supporting.map((one, n) => !one.who && required(`${at}/supporting/${n}`)),
    ...(item.calendars ?? []).map((one, n) => !one.who && required(`${at}/calendars/${n}`)),
    ...stagesOf(item.stages).flatMap((stage, n) => faultsOfStage(stage, `${at}/stages/${n}`, signedOn)),
  ].filter(Boolean);
}

function faultsOfStage({ id, dueOn }, at, signedOn) {
  return [
    !id && required(`${at}/id`),
    !dueOn ? required(`${at}/dueOn`) : signedOn && dueOn < signedOn && { pointer: `${at}/dueOn`, code: 'beforeSigned' },
  ];
}

export function faultsOfPerson(person, at) {
  return [
    !written(person.name) && required(`${at}/name`),
    !person.email.trim() ? required(`${at}/email`) : !mail.test(person.email.trim()) && { pointer: `${at}/email`, code: 'mail' },
    !person.timeZone.trim() && required(`${at}/timeZone`),
    !person.calendar.trim() && required(`${at}/calendar`),
    ...person.absences.flatMap((absence, n) => faultsOfAbsence(absence, `${at}/absences/${n}`)),
  ].filter(Boolean);
}

function faultsOfAbsence({ from, to }, at) {
  return [!from && required(`${at}/from`), !to ? required(`${at}/to`) : from && to < from && { pointer: `${at}/to`, code: 'backwards' }];
}

function faultsOfParty(party, at) {
  return [
    !party.code.trim() && required(`${at}/code`), !written(party.name) && required(`${at}/name`),
    !party.calendar.trim() && required(`${at}/calendar`), !party.timeZone.trim() && required(`${at}/timeZone`),
  ];
}
