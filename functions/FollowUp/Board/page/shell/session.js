import { key, read, reader, Refused, send } from './api.js';

/** @type {any} Who looks at the page, as the service knows them; null while nobody could ask it. */
let me = null;

export const session = {
  get me() {
    return me;
  },

  /** By what name what somebody typed is kept apart from what others did: their address, or that of their key; empty where nobody signs in. */
  get who() {
    return me?.address ?? (me?.key ? `key ${me.key}` : '');
  },

  /** Asked before anything else is: who is nobody here is shown nothing, and asks for nothing. */
  async read() {
    const before = me;
    me = await read('me').catch(failure => {
      if (failure instanceof Refused && failure.status === 401) {
        throw failure;
      }

      return null; // Whatever is wrong with the service, what is read next will say.
    });
    if (me) {
      reader.is(me.address ?? null);
    }

    if (before?.address && me?.address && before.address !== me.address) {
      dispatchEvent(new Event('anotherreader'));
    }

    if (me?.access === 'closed' && !me.signedIn) {
      throw new Refused(401, {});
    }
  },

  /** @returns whether the link signed somebody in. */
  followLink: async token => (await send('/sign-in/link', { token })).ok,

  /** @returns what is to be done once nothing of it is left here. */
  async signOut() {
    const { href, method } = me.signOut;
    if (method !== 'GET') {
      await send(href, {});
    }

    key.forget();
    return () => (method === 'GET' ? location.assign(href) : location.reload());
  },
};
