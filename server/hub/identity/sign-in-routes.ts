import type { Routes } from './door';
import type { Step } from './local-sign-in';
import type { IdentityParts } from './parts';
import { fieldsOf, type Reply } from './reply';

/** Signing in with an account of the hub's own, and setting one up. */
export function signInRoutes({ local, setup, cookie }: IdentityParts): Routes {
  const stepped = (step: Step): Reply =>
    step.next === 'DONE'
      ? { body: { next: 'DONE' }, cookies: [cookie.keep(step.secret)] }
      : { body: { next: step.next, ticket: step.ticket } };
  return {
    'POST /sign-in': async ({ request, from }) => {
      const { login = '', password = '' } = await fieldsOf(request);
      return stepped(await local.withPassword({ login, password }, from));
    },
    'POST /sign-in/second-factor': async ({ request, from }) => {
      const { ticket = '', code = '' } = await fieldsOf(request);
      return stepped(await local.withSecondFactor({ ticket, code }, from));
    },
    'POST /sign-in/setup/look': async ({ request }) => {
      const { token = '' } = await fieldsOf(request);
      return { body: await setup.look(token) };
    },
    'POST /sign-in/setup': async ({ request, from }) => {
      const { token = '', password = '', ...rest } = await fieldsOf(request);
      const secret = await setup.use({ ...rest, token, password }, from);
      return { body: { next: 'DONE' }, cookies: [cookie.keep(secret)] };
    },
  };
}
