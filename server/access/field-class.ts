import type { Audience } from './viewer';

/** Every field of every type has exactly one class; the hub does not start when one has none. */
export const fieldClasses = ['public', 'operational', 'generalised', 'identity', 'address', 'sensitive', 'note', 'protected'] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** always: whoever sees the row sees the field. row: the row says (own 担当, consent, few people in a district). never: not for this audience. */
export type Exposure = 'always' | 'row' | 'never';

/** Visibility table of the audiences (RULES 3, 4): a class absent for an audience would not compile, and default is `never`. */
export const exposure: Readonly<Record<Audience, Readonly<Record<FieldClass, Exposure>>>> = {
  staff: {
    public: 'always',
    operational: 'always',
    generalised: 'always',
    identity: 'row',
    address: 'row',
    sensitive: 'row',
    note: 'row',
    protected: 'row',
  },
  display: {
    public: 'always',
    operational: 'always',
    generalised: 'row',
    identity: 'never',
    address: 'never',
    sensitive: 'never',
    note: 'never',
    protected: 'never',
  },
  analyst: {
    public: 'always',
    operational: 'never',
    generalised: 'never',
    identity: 'never',
    address: 'never',
    sensitive: 'never',
    note: 'never',
    protected: 'never',
  },
};

/**
 * Why a field is withheld, in words fit for the screen. The words never tell whether a protection stands: for staff every closed
 * field of a person has the same reason.
 */
export function withheldReason(audience: Audience, fieldClass: FieldClass): string {
  if (audience === 'display') {
    return fieldClass === 'generalised'
      ? 'あてはまる人が少なく、個人が分かるおそれがあるため表示しません（10人未満）。'
      : '司会の手元だけの項目です。会場の画面には出しません。';
  }
  if (audience === 'analyst') return '分析では扱わない項目です。';
  return 'あなたの担当には開かれていない項目です。';
}
