import type { Routes } from './door';
import type { IdentityParts } from './parts';

/** Demo sign-in: persona → staff, and the key that the printed links carry. Only ever with invented data and on this very machine. */
export interface Demo {
  readonly key: string;
  staffOf(persona: string): string | undefined;
}

/** The page that says what to do with a link that is wrong or from an earlier time; the key that it carried leaves the address. */
const REFUSED = '/sign-in#refused';

/** The ways in that there are, and the printed links; without one of their questions `/sign-in` is a page like any other. */
export function demoRoutes({ signIns, cookie, audit, oidc }: IdentityParts, demo: Demo | undefined): Routes {
  return {
    'GET /sign-in/ways': async () => ({ body: { oidc: oidc !== undefined, demo: demo !== undefined } }),
    'GET /sign-in': async ({ url, from }) => {
      const persona = url.searchParams.get('as');
      if (persona === null) return undefined;
      const staffId = demo && url.searchParams.get('key') === demo.key ? demo.staffOf(persona) : undefined;
      const opened = staffId && (await signIns.open({ staffId, way: 'DEMO', strong: true, device: from.device }));
      if (!opened) return { location: REFUSED };
      await audit.record({ event: 'SIGNED_IN', way: 'DEMO', staffId, signInId: opened.id, address: from.address });
      return { location: '/', cookies: [cookie.keep(opened.secret)] };
    },
  };
}
