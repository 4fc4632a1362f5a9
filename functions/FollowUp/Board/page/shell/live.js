const every = 15_000; // milliseconds: a colleague's change is seen soon enough, and the service has little to do

/** @type {(() => Promise<string | null>) | null} */
let refresh = null;
let isAsking = false;
let say = text => {};

/**
 * Keeps what is shown as it is in the service, for as long as somebody can see it.
 * @param {((() => Promise<string | null>) | null | undefined)} page brings itself up to date, and says in words what is different; null where nothing is
 * @param {(text: string) => void} announce
 */
export function keepLive(page, announce) {
  [refresh, say] = [page ?? null, announce];
}

async function look() {
  const asked = refresh;
  if (!asked || isAsking || document.visibilityState !== 'visible') {
    return;
  }

  isAsking = true;
  try {
    const said = await asked();
    if (said && asked === refresh) {
      say(said);
    }
  } catch (failure) {
    // The service is away for a moment, or the session is over: whoever does the next thing is told.
    console.debug(failure);
  } finally {
    isAsking = false;
  }
}

setInterval(look, every);
document.addEventListener('visibilitychange', look);
addEventListener('lookagain', look);
