import { staffId } from '#seeds/personas';
import { EDITION, FORM, formItems } from '#seeds/plan/consent-data';
import type { TeamId } from '#seeds/plan/directory';
import { organizationId } from '#seeds/plan/organizations';
import { addDays, type Day } from './calendar';
import type { Dice } from './dice';
import type { Person, SupportCase } from './model';
import type { Quarter } from './quarter';
import type { Session } from './sessions';
import { secondOf } from './staff';

/** The organisation that stands for a 担当 when roles are given out. */
export const organizationOfTeam: Readonly<Record<TeamId, string>> = {
  'elderly-care': 'houkatsu',
  disability: 'kikan',
  livelihood: 'seikatsu-sodan',
  children: 'kodomo-katei',
  council: 'shakyo',
  connection: 'connection',
};

const parts: Readonly<Record<TeamId, { readonly roles: readonly string[]; readonly actions: readonly string[] }>> = {
  'elderly-care': {
    roles: ['介護サービスの調整', '認知症の受診の支え'],
    actions: ['介護認定の申請を手伝う', '家族の休息の日を決める', '通いの場を一緒に見学する'],
  },
  disability: {
    roles: ['日中に通う場の調整', '医療との連絡'],
    actions: ['事業所の見学に同行する', '手帳の更新を手伝う', '主治医に近況を伝える'],
  },
  livelihood: {
    roles: ['家計と債務の整理', '住まいと仕事の相談'],
    actions: ['家計の表を一緒に作る', '法律相談に同行する', '分納の相談に同行する'],
  },
  children: { roles: ['学校・園との連絡', '子育ての支え'], actions: ['学校と月1回話す', '一時預かりを手配する', '個別支援計画を見直す'] },
  council: { roles: ['見守りと声かけ', '金銭管理の手伝い'], actions: ['週1回の訪問を始める', '食料の支援を届ける', '地区のサロンに誘う'] },
  connection: {
    roles: ['全体の調整', '本人との関係づくり'],
    actions: ['次の会議までの連絡役', '本人の願いを聞き直す', '関係者の連絡網を整える'],
  },
};

/** Brings a case to a session: it is on its papers. */
export function bring(quarter: Quarter, supportCase: SupportCase, session: Session): void {
  if (quarter.brought.some((pair) => pair.session === session && pair.case === supportCase)) return;
  quarter.brought.push({ session, case: supportCase });
  quarter.add('core.session_case', { session_id: session.id, case_id: supportCase.id });
}

/** Roles and actions that a session gave to the 担当 of a case: 主担当 first, the home window. */
export function shareOut(quarter: Quarter, dice: Dice, supportCase: SupportCase, session: Session): void {
  const restricted = session.kind === 'SHIEN_KAIGI';
  const teams = [supportCase.lead, ...[...supportCase.teams].filter((team) => team !== supportCase.lead)];
  teams.forEach((team, position) => {
    const common = {
      session_id: session.id,
      restricted,
      agenda_item_id: null,
      case_id: supportCase.id,
      organization_id: organizationId(organizationOfTeam[team]),
    };
    const title = position === 0 ? '主担当' : dice.pick(parts[team].roles);
    quarter.add('core.role', { ...common, id: quarter.id('role', supportCase.id, session.id, position), title, position, version: 1 });
    const due = addDays(session.heldOn, dice.between(14, 75));
    const done = due < quarter.calendar.anchor ? dice.chance(0.9) : dice.chance(0.2);
    const action = dice.pick(parts[team].actions);
    quarter.add('core.action_item', {
      ...common,
      id: quarter.id('action', supportCase.id, session.id, position),
      title: restricted ? quarter.note('core.action_item.title', action) : action,
      due_on: due,
      status: done ? 'DONE' : 'OPEN',
      done_at: done ? noon(due < quarter.calendar.anchor ? due : addDays(quarter.calendar.anchor, -1)) : null,
      created_at: `${session.heldOn}T15:0${position}:00+09:00`,
      version: 1,
    });
  });
}

export interface ConsentPlan {
  /** Who consents, when it is not the person of the case. */
  readonly person?: Person;
  readonly givenOn: Day;
  readonly receivers: readonly TeamId[];
  readonly until?: Day;
  readonly withdrawnAt?: string | null;
  readonly classes?: readonly string[];
  readonly giver?: 'SELF' | 'REPRESENTATIVE';
  readonly form?: 'WRITTEN' | 'ORAL_WITNESSED';
  readonly exclusions?: readonly TeamId[];
  readonly condition?: string;
}

/** Classes of fields that a consent opens when nothing is left out. */
export const everyClass = ['identity', 'address', 'sensitive', 'note'] as const;

/** What people ask for when they agree. */
const conditions = [
  '親戚には知らせないでほしい。',
  '勤め先には連絡しないでほしい。',
  '電話は午後にしてほしい。',
  '家に来る前に、一度知らせてほしい。',
] as const;

/** 同意 of the person of a case, two years unless said otherwise. The window that leads the case explained it and keeps the paper. */
export function consent(quarter: Quarter, supportCase: SupportCase, plan: ConsentPlan): void {
  const person = plan.person ?? supportCase.person;
  const id = quarter.id('consent', supportCase.id, person.id, plan.givenOn);
  const dice = quarter.dice('consent-terms', id);
  const giver = plan.giver ?? (person.age < 18 ? 'REPRESENTATIVE' : 'SELF');
  const form = plan.form ?? 'WRITTEN';
  const classes = plan.classes ?? everyClass;
  const [explained, witness] = [staffId(supportCase.lead === 'connection' ? 'outreach-1' : supportCase.lead), secondOf(supportCase.lead)];
  const asked = dice.chance(0.3) ? dice.pick(conditions) : null;
  quarter.add('core.consent', {
    id,
    person_id: person.id,
    case_id: supportCase.id,
    giver,
    relation: giver === 'SELF' ? null : person.age < 18 ? 'PARENT' : 'ADULT_GUARDIAN',
    holder: supportCase.lead,
    receivers: [...plan.receivers],
    exclusions: [...(plan.exclusions ?? [])],
    classes,
    items: Object.entries(formItems).flatMap(([key, item]) => (classes.includes(key) ? [item] : [])),
    purpose: '支援方針の検討と役割分担のため',
    condition: plan.condition ?? asked,
    form,
    explained_by: explained,
    witnessed_by: form === 'WRITTEN' ? null : witness,
    wording: `${FORM} ${EDITION.edition}`,
    wording_id: EDITION.id,
    given_on: plan.givenOn,
    valid_from: noon(plan.givenOn),
    valid_until: noon(plan.until ?? addDays(plan.givenOn, 730)),
    recorded_by: explained,
    recorded_at: noon(plan.givenOn),
    withdrawn_at: plan.withdrawnAt ?? null,
    withdrawn_by: plan.withdrawnAt ? witness : null,
    withdrawal_giver: plan.withdrawnAt ? giver : null,
    withdrawal_reason: plan.withdrawnAt ? '知られたくない人がいると話した。' : null,
    version: plan.withdrawnAt ? 2 : 1,
  });
}

const goals: readonly (readonly [string, string])[] = [
  ['安心して今の家で暮らし続ける', '週に一度、家族以外の人と話す'],
  ['自分のペースで社会とつながる', '月に二回、決まった場所へ出かける'],
  ['お金の心配なく暮らす', '毎月の収支を自分でつかむ'],
  ['親子が笑って過ごす時間を増やす', '困った時に頼れる人を二人つくる'],
  ['体を整え、好きなことをまた始める', '三食のうち二食をしっかり食べる'],
];

export interface PlanEdition {
  readonly edition: number;
  readonly state: 'DRAFT' | 'DECIDED' | 'ACTIVE' | 'MONITORING' | 'REPLANNED' | 'CLOSED';
  readonly session: Session | null;
  readonly nextMonitoringOn: Day | null;
  readonly goals?: readonly [string, string];
}

/** 支援プラン of a case; decided by the session, or a draft without one. */
export function supportPlan(quarter: Quarter, dice: Dice, supportCase: SupportCase, plan: PlanEdition): void {
  const [long, short] = plan.goals ?? dice.pick(goals);
  quarter.add('core.support_plan', {
    id: quarter.id('plan', supportCase.id, plan.edition),
    case_id: supportCase.id,
    edition: plan.edition,
    state: plan.state,
    long_goal: quarter.note('core.support_plan.long_goal', long),
    short_goal: quarter.note('core.support_plan.short_goal', short),
    decided_on: plan.session?.heldOn ?? null,
    session_id: plan.session?.id ?? null,
    next_monitoring_on: plan.nextMonitoringOn,
  });
}

/** Noon of a day in the city. */
export function noon(day: Day): string {
  return `${day}T12:00:00+09:00`;
}
