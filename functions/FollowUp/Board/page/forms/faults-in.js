import { isAnotherReader, Refused, Unreachable } from '../shell/api.js';
import { has } from '../text/i18n.js';

/** In this page's words about a status or, where it has none, as the service says it. */
const saidOf = (problem, status) => (has(`form.refused-${status}`) || !problem.code ? { code: `refused-${status}` } : { code: problem.code, args: problem.args ?? {} });

/** What the service refused, or that it did not answer. */
export function faultsIn(failure) {
  if (failure instanceof Unreachable) {
    return [{ pointer: '', code: 'unreachable' }];
  }

  if (isAnotherReader(failure)) {
    return [{ pointer: '', code: 'another-reader' }];
  }

  if (failure instanceof Refused) {
    const { problem, status } = failure;
    return problem.errors?.length > 0 ? problem.errors : [{ pointer: '', ...saidOf(problem, status), detail: failure.message }];
  }

  throw failure;
}
