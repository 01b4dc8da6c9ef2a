import type { Check } from './check';
import { type Import, type SourceModule, sourceModules } from './source-modules';

/** The rooms of server/, from the ground up; those on one line are strangers to each other, departments above all. */
const floors = [
  ['kernel'],
  ['settings'],
  ['access'],
  ['database'],
  ['events'],
  ['directory'],
  ['casework'],
  ['resources'],
  ['indicators'],
  ['meetings', 'analysis', 'intake', 'departments', 'oversight'],
  ['hub'],
  ['main'],
];

/** The pages of client/ that are bundles of their own, and what each may use; the display must never come to hold a mutation. */
const pages: Record<string, string[]> = { display: ['graphql', 'ui', 'words'], playground: ['ui', 'words'], 'sign-in': ['ui', 'words'] };

/** A rule says what is wrong with an import, or null. */
type Rule = (from: SourceModule, lead: Import) => string | null;

const rules: Rule[] = [
  (_, { to, request }) => (to === null ? `leads nowhere: ${request}` : null),
  climbs,
  strangers,
  wall,
  pageWall,
  onlyDoorToSql,
  seeding,
];

/** Which module may import which: the floors of the server, its departments, the wall to the client, and the only door to SQL. */
export const dependencies: Check = {
  name: 'floors and walls',
  sees: 'modules',
  async run(root) {
    const modules = await sourceModules(root);
    const faults = modules.flatMap((module) =>
      module.imports.flatMap((lead) => {
        const said = rules.map((rule) => rule(module, lead)).filter((fault) => fault !== null);
        return said.map((fault) => `${module.file}: ${fault}`);
      }),
    );
    return { saw: modules.length, faults };
  },
};

const isTest = (file: string) => /^test\/|\.test\.tsx?$/.test(file);
const roomOf = (file: string | null) => /^server\/([^/.]+)/.exec(file ?? '')?.[1];
const floorOf = (file: string | null) => {
  const room = roomOf(file);
  if (room === undefined) return undefined;
  const floor = floors.findIndex((rooms) => rooms.includes(room));
  return floor < 0 ? floors.length - 1 : floor; // a new file beside main.ts opens the house too
};

function climbs({ file }: SourceModule, { to }: Import): string | null {
  const [here, there] = [floorOf(file), floorOf(to)];
  if (isTest(file) || here === undefined || there === undefined || roomOf(file) === roomOf(to)) return null;
  if (there > here) return `imports a higher floor: ${to}`;
  return there === here && here < floors.length - 1 ? `imports a stranger: ${to}` : null;
}

const departmentOf = (file: string | null) => /^server\/departments\/([^/]+)\//.exec(file ?? '')?.[1];

function strangers({ file }: SourceModule, { to }: Import): string | null {
  const here = departmentOf(file);
  if (here === undefined || isTest(file)) return null;
  const there = departmentOf(to);
  if (there !== undefined && there !== here) return `department imports another department: ${to}`;
  return to === 'server/departments/registry.ts' ? 'a department does not know the list of departments' : null;
}

function wall({ file }: SourceModule, { to }: Import): string | null {
  const [here, there] = [file.split('/')[0], to?.split('/')[0]];
  if (here === 'client' && (there === 'server' || there === 'seeds')) return `the client imports the ${there}: ${to}`;
  if ((here === 'server' || here === 'seeds') && there === 'client') return `the ${here} imports the client: ${to}`;
  return !isTest(file) && there === 'test' && here !== 'test' ? `product imports a test: ${to}` : null;
}

function pageWall({ file }: SourceModule, { to }: Import): string | null {
  const [, page = ''] = file.split('/');
  const allowed = file.startsWith('client/') ? pages[page] : undefined;
  const [there, room = ''] = to?.split('/') ?? [];
  if (!allowed || there !== 'client' || room === page || allowed.includes(room)) return null;
  return `page ${page} may use ${allowed.join(', ')} only: ${to}`;
}

const drivers = ['pg', '@electric-sql/pglite'];
const makers = ['DataSource', 'EntityManager', 'createConnection', '*'];

function onlyDoorToSql({ file }: SourceModule, { to, isPackage, values, typeOnly }: Import): string | null {
  if (!isPackage || isTest(file) || file.startsWith('server/database/')) return null;
  if (drivers.includes(to ?? '')) return `only server/database talks to ${to}`;
  if (to !== 'typeorm') return null;
  if (!file.startsWith('server/')) return 'only the server knows typeorm';
  const taken = typeOnly ? [] : values.filter((value) => makers.includes(value));
  return taken.length > 0 ? `only server/database takes ${taken.join(', ')} from typeorm` : null;
}

function seeding({ file }: SourceModule, { to, typeOnly }: Import): string | null {
  const room = roomOf(to);
  if (file.startsWith('seeds/') && !isTest(file) && room !== undefined && room !== 'kernel' && !typeOnly)
    return `seeds take only types from ${to}`;
  const below = file.startsWith('server/') && !isTest(file) && floorOf(file) !== floors.length - 1;
  return below && to?.startsWith('seeds/') ? `only main knows the seeds: ${to}` : null;
}
