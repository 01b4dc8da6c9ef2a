import { isObjectType, parse, validate } from 'graphql';
import type { Generation } from './graph';

/** Nobody asks: the core finds no rows to look at and refuses, and nothing is read. */
const context = {};

/**
 * Has a new graph validate and plan once before anybody asks it: the first question through a planner, and through a contract, takes seconds on
 * a slow machine. It touches the entity on which the departments meet.
 */
export async function warmUp({ contracts, coreOwned, planned }: Omit<Generation, 'id'>): Promise<void> {
  const meeting = contracts.staff.getType('Case');
  const abroad = isObjectType(meeting) ? Object.values(meeting.getFields()).filter(({ name }) => !coreOwned.has(`Case.${name}`)) : [];
  const document = parse(`{ cases(limit: 1) { id ${abroad.map(({ name }) => `${name} { __typename }`).join(' ')} } }`);
  for (const contract of Object.values(contracts)) validate(contract, document);
  await planned({ document, variables: {}, context }).catch(() => undefined);
}
