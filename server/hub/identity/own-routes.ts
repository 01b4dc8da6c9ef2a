import { Denied, NotFound, Unauthenticated } from '#server/kernel/problem';
import { csrfOf } from './csrf';
import type { Asking, Routes } from './door';
import type { IdentityParts } from './parts';
import { fieldsOf } from './reply';
import type { SignIn } from './sign-ins';
import { needsSecondFactor } from './strength';

/** The sign-in that a request comes from, and its secret. */
interface Own {
  readonly secret: string;
  readonly signIn: SignIn;
}

/** What concerns whoever is signed in: this sign-in, their others, password and second factor. */
export function ownRoutes({ signIns, cookie, local, factor, audit }: IdentityParts): Routes {
  const here = async ({ request }: Asking): Promise<Own | undefined> => {
    const secret = cookie.of(request);
    const signIn = secret && (await signIns.find(secret));
    return signIn ? { secret, signIn } : undefined;
  };
  const mine = async (asking: Asking): Promise<Own> => {
    const own = await here(asking);
    if (!own) throw new Unauthenticated('サインインが必要です。サインインの画面を開いてください。');
    return own;
  };
  return {
    // To ask whether somebody is signed in is no fault, whatever the answer: a browser would write one down as an error of the page.
    'GET /session': async (asking) => {
      const own = await here(asking);
      if (!own) return { body: { isSignedIn: false } };
      const { name, way, strong, roles, staffId } = own.signIn;
      return {
        body: {
          isSignedIn: true,
          csrf: csrfOf(own.secret),
          name,
          way,
          strong,
          needsSecondFactor: needsSecondFactor(roles),
          hasSecondFactor: await factor.has(staffId),
        },
      };
    },
    'GET /session/list': async (asking) => {
      const { signIn } = await mine(asking);
      return { body: { signIns: await signIns.list(signIn.staffId, signIn.id) } };
    },
    'POST /session/end': async (asking) => {
      const { signIn } = await mine(asking);
      const { id = '' } = await fieldsOf(asking.request);
      if (!(await signIns.endOne(signIn.staffId, id))) throw new NotFound('そのサインインは、もう終わっています。');
      await audit.record({ event: 'SIGNED_OUT', staffId: signIn.staffId, signInId: id, address: asking.from.address });
      return { body: {}, cookies: id === signIn.id ? [cookie.forget()] : [] };
    },
    'POST /session/end-all': async (asking) => {
      const { signIn } = await mine(asking);
      await signIns.endAll(signIn.staffId);
      await audit.record({ event: 'SIGNED_OUT_EVERYWHERE', staffId: signIn.staffId, signInId: signIn.id, address: asking.from.address });
      return { body: {}, cookies: [cookie.forget()] };
    },
    'POST /sign-out': async ({ request, from }) => {
      const secret = cookie.of(request);
      const signIn = secret && (await signIns.find(secret));
      if (secret) await signIns.end(secret);
      if (signIn)
        await audit.record({ event: 'SIGNED_OUT', way: signIn.way, staffId: signIn.staffId, signInId: signIn.id, address: from.address });
      return { cookies: [cookie.forget()] };
    },
    'POST /session/password': async (asking) => {
      const { signIn } = await mine(asking);
      const { current = '', next = '' } = await fieldsOf(asking.request);
      return { body: {}, cookies: [cookie.keep(await local.changePassword(signIn, { current, next }, asking.from))] };
    },
    'POST /session/step-up': async (asking) => {
      const { secret, signIn } = await mine(asking);
      const { code = '' } = await fieldsOf(asking.request);
      return { body: {}, cookies: [cookie.keep(await local.stepUp(signIn, secret, code, asking.from))] };
    },
    'POST /session/second-factor/offer': async (asking) => {
      const { signIn } = await mine(asking);
      await mayReplace(signIn, factor);
      return { body: await factor.offer(signIn.staffId) };
    },
    'POST /session/second-factor/confirm': async (asking) => {
      const { secret, signIn } = await mine(asking);
      await mayReplace(signIn, factor);
      const { code = '' } = await fieldsOf(asking.request);
      const recoveryCodes = await factor.confirm(signIn.staffId, code);
      const next = await local.strengthen(signIn, secret, 'SECOND_FACTOR_SET', asking.from);
      return { body: { recoveryCodes }, cookies: [cookie.keep(next)] };
    },
  };
}

/** Whoever has an authenticator app replaces it only after having shown a code of it: a password alone must not be enough. */
async function mayReplace(signIn: SignIn, factor: IdentityParts['factor']): Promise<void> {
  if (!signIn.strong && (await factor.has(signIn.staffId))) throw new Denied('先に、いまの認証アプリの番号か予備の番号を入れてください。');
}
