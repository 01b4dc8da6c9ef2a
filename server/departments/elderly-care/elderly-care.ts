import { sqlMigration } from '#server/database/sql-migration';
import { Withheld } from '#server/database/withheld';
import type { Department } from '../department';
import { forgetRows } from '../forget-rows';
import { CareCertification } from './care-certification';
import { CenterConsultation } from './center-consultation';
import { ElderlyCareMutations } from './elderly-care-mutations';
import { ElderlyCareQueries } from './elderly-care-queries';
import { ElderlyCareCase, ElderlyCareRecord } from './elderly-care-record';
import { ElderlyCareResource, ElderlyCareServiceDetail } from './elderly-care-service';
import { GatheringGroup } from './gathering-group';
import { GatheringPlace } from './gathering-place';
import ground from './ground.sql?raw';
import retention from './retention.sql?raw';
import { TierTwoBase } from './tier-two-base';

const entities = [
  ElderlyCareRecord,
  ElderlyCareServiceDetail,
  CareCertification,
  CenterConsultation,
  GatheringPlace,
  GatheringGroup,
  TierTwoBase,
];

/** 介護: 要介護認定, 地域包括支援センターの相談, 通いの場, 第2層協議体. */
export const elderlyCare: Department = {
  key: 'elderly-care',
  name: '介護',
  schema: 'elderly_care',
  team: 'elderly-care',
  resolvers: [ElderlyCareQueries, ElderlyCareMutations],
  types: [ElderlyCareCase, ElderlyCareResource, ...entities, Withheld],
  entities,
  migrations: [sqlMigration('ElderlyCare1760000002000', ground), sqlMigration('ElderlyCareRetention1760000002050', retention)],
  forget: forgetRows('elderly_care', ['care_certification', 'center_consultation', 'case_record']),
};
