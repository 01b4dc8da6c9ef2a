import { sqlMigration } from '#server/database/sql-migration';
import { Withheld } from '#server/database/withheld';
import type { Department } from '../department';
import { forgetRows } from '../forget-rows';
import { CouncilMutations } from './council-mutations';
import { CouncilQueries } from './council-queries';
import { CouncilCase, CouncilRecord } from './council-record';
import { CouncilResource, CouncilServiceDetail } from './council-service';
import ground from './ground.sql?raw';
import { LivelihoodLoan } from './livelihood-loan';
import retention from './retention.sql?raw';
import { VolunteerGroup } from './volunteer-group';
import { WatchVisit } from './watch-visit';

const entities = [CouncilRecord, CouncilServiceDetail, WatchVisit, LivelihoodLoan, VolunteerGroup];

/** 社協: 見守り, 生活福祉資金, ボランティア. */
export const council: Department = {
  key: 'council',
  name: '社協',
  schema: 'council',
  team: 'council',
  resolvers: [CouncilQueries, CouncilMutations],
  types: [CouncilCase, CouncilResource, ...entities, Withheld],
  entities,
  migrations: [sqlMigration('Council1760000006000', ground), sqlMigration('CouncilRetention1760000006050', retention)],
  forget: forgetRows('council', ['watch_visit', 'livelihood_loan', 'case_record']),
};
