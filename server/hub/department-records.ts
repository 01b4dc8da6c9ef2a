import { getNamedType, isObjectType } from 'graphql';
import type { RecordType } from '#server/access/explain';
import { recordsBelow } from '#server/database/record-type';
import type { Department } from '#server/departments/department';
import type { Subgraph } from './subgraph';

/** Every record that a department's subgraph hangs on a case. A vendor's own subgraph must say no less than this one (`remoteSdlFaults`). */
export function departmentRecords({ name, team }: Department, { schema }: Subgraph): RecordType[] {
  const stub = schema.getType('Case');
  if (!isObjectType(stub)) return [];
  return Object.values(stub.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    return isObjectType(target) && field.extensions.shape ? recordsBelow(target, { path: field.name, name, team }) : [];
  });
}
