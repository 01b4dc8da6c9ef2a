import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '#server/database/scalars';

@InputType({ description: '役割・担当・期限の変更を申請する。' })
export class RolesOrder {
  @Field(() => ID, { description: '職員。' })
  staff!: string;
  @Field(() => [String], { description: '変更のあとの役割のすべて。' })
  roles!: string[];
  @Field(() => ID, { nullable: true, description: '変更のあとの担当。' })
  team?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'いつまで。空なら期限なし。' })
  activeUntil?: string | null;
  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: '職員を加える申請をする。' })
export class EnrolmentOrder {
  @Field(() => String, { description: '名前。' })
  name!: string;
  @Field(() => [String], { description: '役割。' })
  roles!: string[];
  @Field(() => ID, { nullable: true, description: '担当。' })
  team?: string | null;
  @Field(() => ID, { nullable: true, description: '委託先の人なら、その機関。空なら市の職員。' })
  organization?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'いつまで。空なら期限なし。' })
  activeUntil?: string | null;
  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: 'サインインの設定リンクを申請する。' })
export class SetupOrder {
  @Field(() => ID, { description: '職員。' })
  staff!: string;
  @Field(() => String, { description: 'サインインのID（職員番号など）。' })
  login!: string;
  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: '市の認証基盤のアカウントと結ぶ申請をする。' })
export class SubjectOrder {
  @Field(() => ID, { description: '職員。' })
  staff!: string;
  @Field(() => String, { description: '認証基盤のアドレス（issuer）。' })
  issuer!: string;
  @Field(() => String, { description: '認証基盤での識別子（sub）。本人のサインインの画面に出る。' })
  subject!: string;
  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: 'サービス用アカウントを申請する。' })
export class ServiceOrder {
  @Field(() => String, { description: '仕組みの名前。' })
  name!: string;
  @Field(() => ID, { description: '担当。' })
  team!: string;
  @Field(() => String, { description: '利用目的。' })
  purpose!: string;
  @Field(() => [String], { description: '範囲。' })
  scopes!: string[];
  @Field(() => DateScalar, { description: 'いつまで（1年以内）。' })
  expiresOn!: string;
  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: '委託契約を結ぶ申請をする。' })
export class ContractOrder {
  @Field(() => ID, { description: '委託先（運営形態が委託の機関）。' })
  organization!: string;
  @Field(() => ID, { description: '委託する事業の号。' })
  programme!: string;
  @Field(() => ID, { nullable: true, description: '契約で開く担当。空なら、記録は開かない。' })
  team?: string | null;
  @Field(() => DateScalar, { description: 'いつから。' })
  validFrom!: string;
  @Field(() => DateScalar, { description: 'いつまで。' })
  validUntil!: string;
  @Field(() => String, { description: '委託先で守秘義務を確認した人。' })
  swornBy!: string;
  @Field(() => DateScalar, { description: '守秘義務を確認した日。' })
  swornOn!: string;
  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: '委託契約の期間を延ばす申請をする。' })
export class ExtensionOrder {
  @Field(() => ID, { description: '契約。' })
  contract!: string;
  @Field(() => DateScalar, { description: 'いつまでに延ばすか。' })
  validUntil!: string;
  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: '権限の変更の申請を決める。' })
export class DecisionOrder {
  @Field(() => ID, { description: '申請。' })
  change!: string;
}
