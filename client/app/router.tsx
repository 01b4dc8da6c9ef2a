import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Simulation } from '../cases/access-document';
import type { MinutesLevel } from '../minutes/minutes-document';
import { BrokenPage } from './broken-page';
import { HomePage, InboxPage, MinutesPage, SessionPage } from './desk-pages';
import { laterPage } from './later-page';
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
  component: HomePage,
});
const session = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$id',
  component: SessionPage,
});
const minutes = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$id/minutes',
  validateSearch: minutesLevel,
  component: MinutesPage,
});
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: filter,
  component: laterPage(() => import('../cases/cases-page').then((part): ComponentType => part.CasesPage)),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  component: laterPage(() => import('../cases/case-page').then((part): ComponentType => part.CasePage)),
});
const cards = createRoute({
  getParentRoute: () => root,
  path: '/cards',
  component: laterPage(() => import('../cards/cards-page').then((part): ComponentType => part.CardsPage)),
});
const oneCard = createRoute({
  getParentRoute: () => root,
  path: '/cards/$id',
  component: laterPage(() => import('../cards/card-page').then((part): ComponentType => part.CardPage)),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: InboxPage,
});
const resources = createRoute({
  getParentRoute: () => root,
  path: '/resources',
  validateSearch: filter,
  component: laterPage(() => import('../resources/resources-page').then((part): ComponentType => part.ResourcesPage)),
});
const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  component: laterPage(() => import('../indicators/indicators-page').then((part): ComponentType => part.IndicatorsPage)),
});

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: laterPage(() => import('../administration/administration-page').then((part): ComponentType => part.AdministrationPage)),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: laterPage(() => import('../oversight/oversight-page').then((part): ComponentType => part.OversightPage)),
});
const disclosure = createRoute({
  getParentRoute: () => root,
  path: '/audit/disclosures/$id',
  component: laterPage(() => import('../oversight/disclosure-page').then((part): ComponentType => part.DisclosurePage)),
});
const permissions = createRoute({
  getParentRoute: () => root,
  path: '/permissions',
  validateSearch: simulation,
  component: laterPage(() => import('../cases/permissions-page').then((part): ComponentType => part.PermissionsPage)),
});

/** Every page of the console by its address. */
export const router = createRouter({
  defaultErrorComponent: BrokenPage,
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
