const prefix = 'followup-report ';

/** Of which moment this browser last asked for a report of an agreement; nobody else knows of it, nor does the service. */
export const lastReport = agreement => localStorage.getItem(prefix + agreement) ?? '';

export const keepReport = (agreement, asOf) => localStorage.setItem(prefix + agreement, asOf);

/** Whoever comes after somebody who left is somebody else. */
export function forgetReports() {
  Object.keys(localStorage).filter(name => name.startsWith(prefix)).forEach(name => localStorage.removeItem(name));
}
