/** What was emptied in the form of a plan: nothing is a number of its own, nor an hour. */
export function faultsOfPlan({ hour, extensionsMax, ladders }) {
  return [
    isEmpty(hour) && required('/hour'), isEmpty(extensionsMax) && required('/extensionsMax'),
    ...ladders.flatMap(({ rungs }, n) => rungs.flatMap((rung, m) => faultsOfRung(rung, `/ladders/${n}/rungs/${m}`))),
  ].filter(Boolean);
}

const faultsOfRung = ({ offset, isRepeated, every, times }, at) => [
  isEmpty(offset.count) && required(`${at}/offset`),
  isRepeated && isEmpty(every.count) && required(`${at}/every`),
  isRepeated && isEmpty(times) && required(`${at}/times`),
];

const isEmpty = value => String(value ?? '').trim() === '';

const required = pointer => ({ pointer, code: 'required' });
