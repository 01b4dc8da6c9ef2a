import { sqlMigration } from '#server/database/sql-migration';
import { Withheld } from '#server/database/withheld';
import type { Department } from '../department';
import { forgetRows, GONE } from '../forget-rows';
import { ChildrenMutations } from './children-mutations';
import { ChildrenQueries } from './children-queries';
import { ChildrenCase, ChildrenRecord } from './children-record';
import { ChildrenResource, ChildrenServiceDetail } from './children-service';
import { CoordinatorTrip } from './coordinator-trip';
import { Family } from './family';
import ground from './ground.sql?raw';
import { IndividualPlan } from './individual-plan';
import { PlazaDay } from './plaza-day';
import { PregnancyConsultation } from './pregnancy-consultation';
import retention from './retention.sql?raw';

const entities = [ChildrenRecord, ChildrenServiceDetail, Family, IndividualPlan, PregnancyConsultation, PlazaDay, CoordinatorTrip];

/** 子ども: こども家庭センター, 妊婦等包括相談, 個別支援計画, つどいの広場, コーディネーターの出張. */
export const children: Department = {
  key: 'children',
  name: '子ども',
  schema: 'children',
  team: 'children',
  resolvers: [ChildrenQueries, ChildrenMutations],
  types: [ChildrenCase, ChildrenResource, ...entities, Withheld],
  entities,
  migrations: [sqlMigration('Children1760000005000', ground), sqlMigration('ChildrenRetention1760000005050', retention)],
  forget: [
    `update children.individual_plan set goal = '${GONE}' where family_id in (select id from children.family where case_id = any ($1::uuid[]))`,
    `update children.family set case_id = null, theme = '${GONE}' where case_id = any ($1::uuid[])`,
    ...forgetRows('children', ['pregnancy_consultation', 'case_record']),
  ],
};
