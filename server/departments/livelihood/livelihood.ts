import { sqlMigration } from '#server/database/sql-migration';
import { Withheld } from '#server/database/withheld';
import type { Department } from '../department';
import { forgetRows } from '../forget-rows';
import { Debt } from './debt';
import ground from './ground.sql?raw';
import { Housing } from './housing';
import { LivelihoodMutations } from './livelihood-mutations';
import { LivelihoodQueries } from './livelihood-queries';
import { LivelihoodCase, LivelihoodRecord } from './livelihood-record';
import { LivelihoodResource, LivelihoodServiceDetail } from './livelihood-service';
import retention from './retention.sql?raw';
import { SelfRelianceConsultation } from './self-reliance-consultation';

const entities = [LivelihoodRecord, LivelihoodServiceDetail, SelfRelianceConsultation, Debt, Housing];

/** 困窮: 自立相談, 家計・債務, 住居. */
export const livelihood: Department = {
  key: 'livelihood',
  name: '困窮',
  schema: 'livelihood',
  team: 'livelihood',
  resolvers: [LivelihoodQueries, LivelihoodMutations],
  types: [LivelihoodCase, LivelihoodResource, ...entities, Withheld],
  entities,
  migrations: [sqlMigration('Livelihood1760000004000', ground), sqlMigration('LivelihoodRetention1760000004050', retention)],
  forget: forgetRows('livelihood', ['self_reliance_consultation', 'debt', 'housing', 'case_record']),
};
