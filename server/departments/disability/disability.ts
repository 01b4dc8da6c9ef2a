import { sqlMigration } from '#server/database/sql-migration';
import { Withheld } from '#server/database/withheld';
import type { Department } from '../department';
import { forgetRows } from '../forget-rows';
import { CenterDay } from './center-day';
import { CoreConsultation } from './core-consultation';
import { DisabilityMutations } from './disability-mutations';
import { DisabilityQueries } from './disability-queries';
import { DisabilityCase, DisabilityRecord } from './disability-record';
import { DisabilityResource, DisabilityServiceDetail } from './disability-service';
import ground from './ground.sql?raw';
import { Handbook } from './handbook';
import retention from './retention.sql?raw';

const entities = [DisabilityRecord, DisabilityServiceDetail, Handbook, CoreConsultation, CenterDay];

/** 障害: 手帳, 基幹相談, 地域活動支援センター. */
export const disability: Department = {
  key: 'disability',
  name: '障害',
  schema: 'disability',
  team: 'disability',
  resolvers: [DisabilityQueries, DisabilityMutations],
  types: [DisabilityCase, DisabilityResource, ...entities, Withheld],
  entities,
  migrations: [sqlMigration('Disability1760000003000', ground), sqlMigration('DisabilityRetention1760000003050', retention)],
  forget: forgetRows('disability', ['handbook', 'core_consultation', 'case_record']),
};
