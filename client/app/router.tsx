import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { Simulation } from '../cases/access-document';
import type { MinutesLevel } from '../minutes/minutes-document';
import { MissingPage } from './missing-page';
import { Shell } from './shell';

/** What may stand after `?` of the lists. */
interface Filter {
  readonly topic?: string;
}

const filter = (search: Record<string, unknown>): Filter =>
  typeof search.topic === 'string' && search.topic ? { topic: search.topic } : {};

const simulationKeys = ['case', 'audience', 'team', 'role', 'kind', 'session', 'attends'] as const satisfies readonly (keyof Simulation)[];
const simulation = (search: Record<string, unknown>): Simulation =>
  Object.fromEntries(simulationKeys.flatMap((key) => (search[key] ? [[key, String(search[key])]] : [])));

const levels: readonly unknown[] = ['ROOM', 'PARTICIPANTS', 'OFFICE'] satisfies MinutesLevel[];
const minutesLevel = ({ level }: Record<string, unknown>): { readonly level?: MinutesLevel } =>
  levels.includes(level) ? { level: level as MinutesLevel } : {};

const root = createRootRoute({ component: Shell, notFoundComponent: MissingPage });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../console/home-page'), 'HomePage'),
});
const session = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$id',
  component: lazyRouteComponent(() => import('../console/session-page'), 'SessionPage'),
});
const minutes = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$id/minutes',
  validateSearch: minutesLevel,
  component: lazyRouteComponent(() => import('../minutes/minutes-page'), 'MinutesPage'),
});
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: filter,
  component: lazyRouteComponent(() => import('../cases/cases-page'), 'CasesPage'),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('../cases/case-page'), 'CasePage'),
});
const cards = createRoute({
  getParentRoute: () => root,
  path: '/cards',
  component: lazyRouteComponent(() => import('../cards/cards-page'), 'CardsPage'),
});
const oneCard = createRoute({
  getParentRoute: () => root,
  path: '/cards/$id',
  component: lazyRouteComponent(() => import('../cards/card-page'), 'CardPage'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../inbox/inbox-page'), 'InboxPage'),
});
const resources = createRoute({
  getParentRoute: () => root,
  path: '/resources',
  validateSearch: filter,
  component: lazyRouteComponent(() => import('../resources/resources-page'), 'ResourcesPage'),
});
const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  component: lazyRouteComponent(() => import('../indicators/indicators-page'), 'IndicatorsPage'),
});

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyRouteComponent(() => import('../administration/administration-page'), 'AdministrationPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../oversight/oversight-page'), 'OversightPage'),
});
const disclosure = createRoute({
  getParentRoute: () => root,
  path: '/audit/disclosures/$id',
  component: lazyRouteComponent(() => import('../oversight/disclosure-page'), 'DisclosurePage'),
});
const permissions = createRoute({
  getParentRoute: () => root,
  path: '/permissions',
  validateSearch: simulation,
  component: lazyRouteComponent(() => import('../cases/permissions-page'), 'PermissionsPage'),
});

/** Every page of the console by its address. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    session,
    minutes,
    cases,
    oneCase,
    cards,
    oneCard,
    inbox,
    resources,
    indicators,
    permissions,
    administration,
    audit,
    disclosure,
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
