import type { BoardItem, BoardLink } from './board-document';

/** How a node is tied to the matter; a role without a line of its own is a tie, too. */
export type Tie = BoardLink['kind'] | 'ROLE';

/** One node around the matter: an organisation, or people in words; which roles it has, and how it is tied. */
export interface Node {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly tie: Tie;
}

/** A place around the middle, in columns and rows from it. */
export type Place = readonly [column: -1 | 0 | 1, row: -1 | 0 | 1];

/** More are not told apart from ten metres. */
export const MOST_NODES = 8;

/** What the matter is tied to: the lines as they were drawn, then every organisation with a role that has none yet. */
export function nodesOf({ links, roles }: Pick<BoardItem, 'links' | 'roles'>): readonly Node[] {
  const rolesOf = (organization: string | undefined): string[] =>
    roles.filter((role) => organization !== undefined && role.organization?.id === organization).map(({ title }) => title);
  const drawn = links.map(({ id, organization, title, kind }) => ({
    id,
    name: organization?.name ?? title,
    roles: rolesOf(organization?.id),
    tie: kind,
  }));
  const known = new Set(links.map(({ organization }) => organization?.id));
  const others = roles.flatMap(({ organization }) => (organization && !known.has(organization.id) ? [organization] : []));
  const holders = new Map(others.map((organization) => [organization.id, organization]));
  return [...drawn, ...[...holders.values()].map(({ id, name }) => ({ id, name, roles: rolesOf(id), tie: 'ROLE' as const }))];
}

/** Corners first, then the sides, then above and below: each count has one picture, the same on every screen. */
const corners: readonly Place[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];
const sides: readonly Place[] = [
  [-1, 0],
  [1, 0],
];
const above: Place = [0, -1];
const below: Place = [0, 1];
const places: readonly (readonly Place[])[] = [
  [],
  [above],
  sides,
  [above, [1, 1], [-1, 1]],
  corners,
  [...corners, above],
  [...corners, ...sides],
  [...corners, ...sides, above],
  [...corners, ...sides, above, below],
];

/** Where `count` nodes stand, at most eight. */
export function placesOf(count: number): readonly Place[] {
  return places[Math.min(count, MOST_NODES)] ?? [];
}
