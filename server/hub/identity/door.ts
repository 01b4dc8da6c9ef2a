import type { IncomingMessage, ServerResponse } from 'node:http';
import { Denied } from '#server/kernel/problem';
import { type Demo, demoRoutes } from './demo-routes';
import { fromOf } from './from';
import type { From } from './local-sign-in';
import { oidcRoutes } from './oidc-routes';
import { ownRoutes } from './own-routes';
import type { IdentityParts } from './parts';
import { problemReply, type Reply, send } from './reply';
import { signInRoutes } from './sign-in-routes';

/** A request as the doors see it. */
export interface Asking {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly from: From;
}

export interface Route {
  /** Other hosts may send this: the identity provider does. Everything else that changes something must come from a page of this very host. */
  readonly fromAnywhere?: boolean;
  /** undefined: a page like any other. */
  answer(asking: Asking): Promise<Reply | undefined>;
}

export type Routes = Readonly<Record<string, Route['answer'] | Route>>;

/** The doors of signing in and of one's own sign-ins. JSON in and out; the pages hold the words around it. */
export class Door {
  readonly #routes: ReadonlyMap<string, Route>;

  constructor(
    private readonly parts: IdentityParts,
    private readonly sameOrigin: (request: IncomingMessage) => boolean,
    demo?: Demo,
  ) {
    const all: Routes = { ...signInRoutes(parts), ...ownRoutes(parts), ...oidcRoutes(parts), ...demoRoutes(parts, demo) };
    this.#routes = new Map(Object.entries(all).map(([at, route]) => [at, typeof route === 'function' ? { answer: route } : route]));
  }

  /** Answers the request when it is one of identity's; false when it is somebody else's. */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const route = this.#routes.get(`${request.method} ${url.pathname}`);
    if (!route) return false;
    const asking = { request, url, from: fromOf(request, this.parts.behindProxy) };
    try {
      if (request.method !== 'GET' && !route.fromAnywhere && !this.sameOrigin(request))
        throw new Denied('この画面からは受け付けられません。');
      const reply = await route.answer(asking);
      if (!reply) return false;
      send(response, reply);
    } catch (fault) {
      send(response, problemReply(fault));
    }
    return true;
  }
}
