import { randomUUID } from 'node:crypto';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoreThan } from 'typeorm';
import { decide } from '#server/access/decide';
import { type ChangeContext, change } from '#server/database/change';
import { DateScalar } from '#server/database/scalars';
import { changeVersioned } from '#server/database/versioned';
import { pastDayFault } from '#server/kernel/past-day-fault';
import { insist } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { recordOf } from '../record-of';
import { CareCertification } from './care-certification';
import { careLevels } from './care-levels';
import { ElderlyCareRecord } from './elderly-care-record';

@InputType({ description: '要介護認定の記入。' })
export class CareCertificationInput {
  @Field(() => ID, { description: '事例の識別子。' })
  caseId!: string;

  @Field(() => Int, { description: '画面で見ていた、介護の記録の版。' })
  version!: number;

  @Field(() => String, { description: '要介護度（非該当・事業対象者・要支援1〜2・要介護1〜5）。' })
  level!: string;

  @Field(() => DateScalar, { description: '認定した日。' })
  certifiedOn!: string;

  @Field(() => DateScalar, { description: '有効期間の終わりの日。' })
  validUntil!: string;
}

/**
 * Adds a certification; the record takes its level unless a later one is known. Answers the record's id. Throws `Denied` for another 担当,
 * `Invalid`, `NotFound`, and `Conflict` when somebody else changed the record first; nothing is written then.
 */
export async function recordCareCertification(context: ChangeContext, input: CareCertificationInput): Promise<string> {
  insist(decide(context.viewer, 'record:write', { teams: ['elderly-care'] }));
  const { caseId, version, level, certifiedOn, validUntil } = input;
  refuse({
    level: !careLevels.includes(level) && `${careLevels.join('・')} のどれかにしてください。`,
    certifiedOn: pastDayFault(certifiedOn),
    validUntil: validUntil <= certifiedOn && '認定した日より後にしてください。',
  });
  return change(context, 'elderly-care.record-certification', input, async (tx) => {
    const record = await recordOf(tx, ElderlyCareRecord, caseId);
    const certifications = tx.manager.getRepository(CareCertification);
    const outdated = await certifications.existsBy({ caseId, certifiedOn: MoreThan(certifiedOn) });
    const claimed = { id: record.id, version };
    await changeVersioned(tx, ElderlyCareRecord, claimed, shown, (row) => ({ careLevel: outdated ? row.careLevel : level }));
    await certifications.insert({ id: randomUUID(), caseId, level, certifiedOn, validUntil });
    return { type: 'ElderlyCareRecord', id: record.id };
  });
}

const shown = (record: ElderlyCareRecord) => ({ id: record.id, careLevel: record.careLevel });
