import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AccessReason as Reason, AccessState as State } from '#server/access/explain';
import { DateTimeScalar } from '#server/database/scalars';
import { Shown, WorkedOut } from '#server/database/shape';

export const AccessState = { SHOWN: 'SHOWN', WITHHELD: 'WITHHELD', HIDDEN: 'HIDDEN' } as const satisfies Record<State, State>;
registerEnumType(AccessState, {
  name: 'AccessState',
  description: '記録や項目がどう見えるか。',
  valuesConfig: {
    SHOWN: { description: '見える。' },
    WITHHELD: { description: '記録は見えるが、この項目は控える。' },
    HIDDEN: { description: '記録ごと見えない。' },
  },
});

export const AccessReason = {
  OWN: 'OWN',
  RECORD: 'RECORD',
  HEARD: 'HEARD',
  CONSENT: 'CONSENT',
  EMERGENCY: 'EMERGENCY',
  GRANTED: 'GRANTED',
  ALWAYS: 'ALWAYS',
  CLOSED: 'CLOSED',
  AUDIENCE: 'AUDIENCE',
} as const satisfies Record<Reason, Reason>;
registerEnumType(AccessReason, {
  name: 'AccessReason',
  description: '見える・見えないの理由。開かれていないものは、何が閉じていても同じ理由になる。',
  valuesConfig: {
    OWN: { description: '支援している担当。' },
    RECORD: { description: '記録した担当。' },
    HEARD: { description: '事例を扱っている支援会議に出席している。' },
    CONSENT: { description: '本人の同意。' },
    EMERGENCY: { description: '緊急閲覧。' },
    GRANTED: { description: '役割。' },
    ALWAYS: { description: '記録が見える人には、いつも見える項目。' },
    CLOSED: { description: '開かれていない。' },
    AUDIENCE: { description: '会場の画面や分析にはない項目。' },
  },
});

/** What becomes of something, why, and until when. */
@ObjectType()
abstract class WithReason {
  @Field(() => AccessState, { description: 'どう見えるか。' })
  @Shown('operational')
  state!: State;

  @Field(() => AccessReason, { description: '理由の区分。' })
  @Shown('operational')
  reason!: Reason;

  @Field(() => String, { description: '理由。画面にそのまま出せる文。' })
  @Shown('operational')
  sentence!: string;

  @Field(() => String, { description: 'もとになる規則や法令。' })
  @Shown('operational')
  source!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '同意によるとき、いつまでか。' })
  @Shown('operational')
  until!: string | null;
}

@ObjectType({ description: '項目がどう見えるかと、その理由。' })
@WorkedOut()
export class AccessField extends WithReason {
  @Field(() => String, { description: '項目の名前（スキーマの名前）。' })
  @Shown('operational')
  field!: string;

  @Field(() => String, { description: '項目の日本語の名前。' })
  @Shown('operational')
  label!: string;

  @Field(() => String, { description: '項目の区分（identity・address・sensitive・note など）。' })
  @Shown('operational')
  fieldClass!: string;
}

@ObjectType({ description: '事例にかかわる記録がどう見えるか、項目ごとに。' })
@WorkedOut()
export class AccessRecord extends WithReason {
  @Field(() => String, { description: '記録の型。' })
  @Shown('operational')
  type!: string;

  @Field(() => String, { description: '事例からたどる道。事例そのものは空。' })
  @Shown('operational')
  path!: string;

  @Field(() => String, { description: '記録の名前。' })
  @Shown('operational')
  name!: string;

  @Field(() => [AccessField], { description: '項目。' })
  @Shown('operational')
  fields!: AccessField[];
}

@ObjectType({ description: '会議でしてよいことと、その理由。' })
@WorkedOut()
export class AccessAtConference {
  @Field(() => String, { description: 'すること。' })
  @Shown('operational')
  what!: string;

  @Field(() => Boolean, { description: 'してよいか。' })
  @Shown('operational')
  allowed!: boolean;

  @Field(() => String, { description: '理由。画面にそのまま出せる文。' })
  @Shown('operational')
  sentence!: string;

  @Field(() => String, { description: 'もとになる法令や計画の節。' })
  @Shown('operational')
  source!: string;
}

/** What of one case one viewer would see. */
@ObjectType({ description: 'ある人がある事例をどこまで見られるか。実際に問い合わせに答える規則そのものを動かした結果。' })
@WorkedOut()
export class AccessAnswer {
  @Field(() => ID, { description: '事例の識別子。' })
  @Shown('operational')
  caseId!: string;

  @Field(() => String, { description: '事例番号。' })
  @Shown('operational')
  code!: string;

  @Field(() => String, { description: '誰の見え方か。' })
  @Shown('operational')
  whose!: string;

  @Field(() => String, { nullable: true, description: '答えに入っていないものがありうるときの断り。何が入っていないかは言わない。' })
  @Shown('operational')
  note!: string | null;

  @Field(() => [AccessRecord], { description: '記録ごとの見え方。' })
  @Shown('operational')
  records!: AccessRecord[];

  @Field(() => [AccessAtConference], { description: '会議を選んだとき、その会議でしてよいこと。' })
  @Shown('operational')
  conference!: AccessAtConference[];
}

@ObjectType({ description: '記録のうち、いくつの項目が見えるか。' })
@WorkedOut()
export class AccessCount {
  @Field(() => String, { description: '記録の名前。' })
  @Shown('operational')
  name!: string;

  @Field(() => Int, { description: '見える項目の数。' })
  @Shown('operational')
  shown!: number;

  @Field(() => Int, { description: '項目の数。' })
  @Shown('operational')
  all!: number;
}

@ObjectType({ description: 'この事例を見られる、または見られない担当。' })
@WorkedOut()
export class AccessTeam extends WithReason {
  @Field(() => String, { description: '担当の識別子。' })
  @Shown('operational')
  team!: string;

  @Field(() => String, { description: '担当の名前。' })
  @Shown('operational')
  name!: string;

  @Field(() => Int, { description: 'いまこの担当にいる職員の数。' })
  @Shown('operational')
  people!: number;

  @Field(() => [AccessCount], { description: '見える記録。' })
  @Shown('operational')
  records!: AccessCount[];
}

@ObjectType({ description: '役割だけで、この事例について何ができるか。' })
@WorkedOut()
export class AccessRole {
  @Field(() => String, { description: '役割。' })
  @Shown('operational')
  role!: string;

  @Field(() => Boolean, { description: '役割だけで、この事例が見えるか。' })
  @Shown('operational')
  sees!: boolean;

  @Field(() => String, { description: '理由。画面にそのまま出せる文。' })
  @Shown('operational')
  sentence!: string;
}

@ObjectType({ description: 'この事例にかかわる会議。見てよい会議だけが並ぶ。' })
@WorkedOut()
export class AccessSession {
  @Field(() => String, { description: '会議の題。' })
  @Shown('operational')
  title!: string;

  @Field(() => [String], { description: '構成員の担当や機関。' })
  @Shown('operational')
  members!: string[];

  @Field(() => String, { description: '構成員に何が見えるか。画面にそのまま出せる文。' })
  @Shown('operational')
  sentence!: string;

  @Field(() => String, { description: 'もとになる法令や計画の節。' })
  @Shown('operational')
  source!: string;
}

/** Who could see one case. */
@ObjectType({ description: '事例を誰が見られるか。担当・役割・会議ごとに。' })
@WorkedOut()
export class AccessAudience {
  @Field(() => ID, { description: '事例の識別子。' })
  @Shown('operational')
  caseId!: string;

  @Field(() => String, { description: '事例番号。' })
  @Shown('operational')
  code!: string;

  @Field(() => String, { description: '答えに入っていないものがありうることの断り。' })
  @Shown('operational')
  note!: string;

  @Field(() => [AccessTeam], { description: '担当ごとに。' })
  @Shown('operational')
  teams!: AccessTeam[];

  @Field(() => [AccessRole], { description: '役割ごとに。' })
  @Shown('operational')
  roles!: AccessRole[];

  @Field(() => [AccessSession], { description: '会議ごとに。' })
  @Shown('operational')
  sessions!: AccessSession[];
}
