import { organizationId } from '#seeds/plan/organizations';
import type { Batch, Row } from '#seeds/tables';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import { addDays, type TownCalendar } from '../calendar';
import { idFor } from '../identifier';
import type { Quarter, TownFrame } from '../quarter';
import type { Session } from '../sessions';
import { cardBatch, cardId } from './cards';
import { issueBatch, issueId } from './issues';
import { memberBatches } from './members';
import { requestBatches } from './requests';

interface Item {
  readonly card?: string;
  readonly issue?: string;
  readonly note?: string;
  readonly roles?: readonly (readonly [title: string, organization: string | null])[];
  /** Title, organisation, when it is due, done or not. */
  readonly actions?: readonly (readonly [title: string, organization: string, due: Due, done: boolean])[];
}

/** Days from the session, or days that are still to come today: what lies at a desk is soon due there, whenever the city lives. */
type Due = number | { readonly ahead: number };

/** What the 地域まるごと支援会議 of the current year talked about, by number; the third is about to begin. */
const agendas: Readonly<Record<number, readonly Item[]>> = {
  1: [
    {
      card: 'father-and-child',
      roles: [
        ['泊まりの体験先をさがす', 'kikan'],
        ['絵を飾る場をつくる', 'hidamari-saron'],
      ],
      actions: [
        ['体験先の一覧を作る', 'kikan', 30, true],
        ['公民館で小さな絵の展示', 'hidamari-saron', 50, true],
      ],
    },
    { issue: 'hands-for-tidying', roles: [['片付けの仲間をふやす', 'tasukeai']], actions: [['応援団の説明会を開く', 'shakyo', 40, true]] },
  ],
  2: [
    {
      card: 'first-step',
      note: '会場から、果樹の収穫の手が足りないという声があった。',
      roles: [
        ['働く体験の場を広げる', 'kaisei-noen'],
        ['仲間づくりの会を開く', 'michikusa'],
        ['行き帰りを手伝う', 'tasukeai'],
      ],
      actions: [
        ['収穫の体験日を3回つくる', 'kaisei-noen', 21, true],
        ['夜の居場所でお茶会を開く', 'michikusa', 35, true],
        ['送り迎えの当番表を作る', 'tasukeai', 30, false],
        ['体験した人のその後を聞く', 'kikan', { ahead: 5 }, false],
        ['体験先に出す書類を一緒に書く', 'seikatsu-sodan', { ahead: 9 }, false],
      ],
    },
    {
      card: 'supper-alone',
      roles: [
        ['一緒に食べる会を開く', 'kodomo-shokudo'],
        ['声かけと見守り', 'minsei'],
      ],
      actions: [
        ['世代をまぜた夕食会を試す', 'kodomo-shokudo', 45, true],
        ['男の料理教室に誘う', 'minsei', 28, false],
        ['食事の回数と買い物の足を確かめる', 'houkatsu', { ahead: 4 }, false],
        ['夕食会に来る子どもの人数を知らせる', 'kodomo-katei', { ahead: 11 }, false],
      ],
    },
    {
      issue: 'food-at-months-end',
      roles: [['食料の箱を届ける', 'foodbank']],
      actions: [
        ['月末の配布日をふやす', 'foodbank', 60, false],
        ['箱を届ける人の当番を組む', 'shakyo', { ahead: 7 }, false],
      ],
    },
  ],
  3: [
    {
      card: 'parent-and-child',
      note: '時間は15分。お金の細かい話には入らない。',
      roles: [
        ['家族の話を聞く場をつくる', 'michikusa'],
        ['介護の手をふやす', null],
      ],
    },
    { card: 'two-cares' },
    { issue: 'no-ride' },
  ],
};

/** Cards, issues, members and agendas: what is laid out for the conferences. */
export function boardBatches(quarter: Quarter): Batch[] {
  const { frame } = quarter;
  const current = frame.sessions.filter(({ kind, heldOn }) => kind === 'MARUGOTO' && fiscalYearOf(heldOn) === frame.calendar.year('R8'));
  const items = current.flatMap((session) => (agendas[session.number] ?? []).map((item, index) => ({ session, item, index })));
  return [
    ...memberBatches(quarter),
    issueBatch(quarter),
    cardBatch(quarter),
    ...requestBatches(quarter),
    { table: 'core.agenda_item', rows: items.map(({ session, item, index }) => itemRow(frame, session, item, index)) },
    { table: 'core.role', rows: items.flatMap(({ session, item, index }) => roleRows(session, item, index)) },
    { table: 'core.action_item', rows: items.flatMap(({ session, item, index }) => actionRows(frame.calendar, session, item, index)) },
  ];
}

const itemId = (session: Session, index: number) => idFor('agenda-item', session.id, index);

function itemRow({ planter }: TownFrame, session: Session, { card, issue, note }: Item, index: number): Row {
  return {
    id: itemId(session, index),
    session_id: session.id,
    restricted: false,
    position: index,
    kind: card ? 'CARD' : 'ISSUE',
    card_id: card ? cardId(card) : null,
    issue_id: issue ? issueId(issue) : null,
    letter: String.fromCharCode(65 + index),
    state: session.held ? 'DONE' : 'WAITING',
    note: note ? `${note} ${planter.marker()}` : null,
    version: 1,
  };
}

function roleRows(session: Session, { roles = [] }: Item, index: number): Row[] {
  return roles.map(([title, organization], position) => ({
    id: idFor('role', session.id, index, position),
    session_id: session.id,
    restricted: false,
    agenda_item_id: itemId(session, index),
    case_id: null,
    title,
    organization_id: organization && organizationId(organization),
    position,
    version: 1,
  }));
}

function actionRows(calendar: TownCalendar, session: Session, { actions = [] }: Item, index: number): Row[] {
  return actions.map(([title, organization, due, done], position) => {
    const dueOn = typeof due === 'number' ? addDays(session.heldOn, due) : addDays(calendar.anchor, due.ahead);
    const doneOn = dueOn < calendar.anchor ? dueOn : addDays(calendar.anchor, -1);
    return {
      id: idFor('action', session.id, index, position),
      session_id: session.id,
      restricted: false,
      agenda_item_id: itemId(session, index),
      case_id: null,
      title,
      organization_id: organizationId(organization),
      due_on: dueOn,
      status: done ? 'DONE' : 'OPEN',
      done_at: done ? `${doneOn}T10:00:00+09:00` : null,
      created_at: `${session.heldOn}T15:${String(10 + index * 5 + position).padStart(2, '0')}:00+09:00`,
      version: 1,
    };
  });
}
