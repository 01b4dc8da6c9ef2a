import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '#server/database/scalars';
import { Shown, View } from '#server/database/shape';
import { Staff } from './staff';

export const SignInEventKind = {
  ...{ SIGNED_IN: 'SIGNED_IN', FAILED: 'FAILED', LOCKED_OUT: 'LOCKED_OUT', STEPPED_UP: 'STEPPED_UP' },
  ...{ SIGNED_OUT: 'SIGNED_OUT', SIGNED_OUT_EVERYWHERE: 'SIGNED_OUT_EVERYWHERE', SET_UP: 'SET_UP', PASSWORD_CHANGED: 'PASSWORD_CHANGED' },
  ...{ SECOND_FACTOR_SET: 'SECOND_FACTOR_SET', RECOVERY_CODE_USED: 'RECOVERY_CODE_USED', UNKNOWN_SUBJECT: 'UNKNOWN_SUBJECT' },
} as const;
export type SignInEventKind = keyof typeof SignInEventKind;
registerEnumType(SignInEventKind, {
  name: 'SignInEventKind',
  description: 'サインインの記録の種類。',
  valuesConfig: {
    SIGNED_IN: { description: 'サインインした。' },
    FAILED: { description: 'サインインに失敗した。' },
    LOCKED_OUT: { description: '失敗が続いたため、受け付けなかった。' },
    STEPPED_UP: { description: '二つ目の確認をした。' },
    SIGNED_OUT: { description: 'サインアウトした。' },
    SIGNED_OUT_EVERYWHERE: { description: 'すべての端末でサインアウトした。' },
    SET_UP: { description: 'アカウントを設定した。' },
    PASSWORD_CHANGED: { description: 'パスワードを変えた。' },
    SECOND_FACTOR_SET: { description: '二つ目の確認の方法を登録した。' },
    RECOVERY_CODE_USED: { description: '予備の番号を使った。' },
    UNKNOWN_SUBJECT: { description: '市の認証基盤から、結ばれていない人が来た。' },
  },
});

/** A line of the audit of sign-ins, for administrators. It tells of staff and of nobody whose records were read; no address, and nothing that was typed. */
@ObjectType({ description: 'サインインの記録。管理者だけが見る。入れられた文字と、端末のアドレスそのものは残さない。' })
@View('hub.sign_in_event', { keyType: 'text' })
export class SignInEvent {
  @Field(() => ID, { description: '記録の識別子。' })
  @Shown('operational')
  id!: string;

  @Field(() => DateTimeScalar, { description: '時刻。' })
  @Shown('operational')
  at!: Date;

  @Field(() => SignInEventKind, { description: '種類。' })
  @Shown('operational')
  event!: SignInEventKind;

  @Field(() => String, { nullable: true, description: '方法（LOCAL：ハブのID、OIDC：市の認証基盤、DEMO：体験用）。' })
  @Shown('operational')
  way!: string | null;

  @Field(() => Staff, { nullable: true, description: '職員。あるかないか分からないIDでは空。' })
  @Shown('operational', { one: 'staff_id' })
  staff!: Staff | null;

  @Field(() => String, { nullable: true, description: '場所のしるし。同じアドレスなら同じ文字になり、アドレスは分からない。' })
  @Shown('operational')
  place!: string | null;

  @Field(() => Boolean, { description: 'その人が前にもサインインした場所か。' })
  @Shown('operational')
  isUsual!: boolean;
}
