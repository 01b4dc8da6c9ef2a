import { expect, it } from 'vitest';
import { personas } from '#seeds/personas';
import { conferenceKinds } from '#server/access/conference-profile';
import { type Action, decide } from '#server/access/decide';
import { type CaseFacts, explain, type RecordType } from '#server/access/explain';
import { fieldClasses } from '#server/access/field-class';
import type { Viewer } from '#server/access/viewer';

const staff = (team: string | null, rights: Partial<Viewer> = {}): Viewer => ({
  audience: 'staff',
  actor: 'staff:1',
  roles: [],
  teams: team ? [team] : [],
  sessions: [],
  ...rights,
});
/** A case that two 担当 serve, and of which the person lets a third know who they are and what is sensitive. */
const consents = [{ receivers: ['livelihood'], classes: ['identity', 'sensitive'], live: true, until: '2027-03-31T15:00:00.000Z' }];
const facts: CaseFacts = {
  case: { teams: ['connection', 'elderly-care'], consents },
  person: { teams: ['elderly-care'], consents },
  windows: [],
  consents: [],
};
const sign = { SHOWN: '○', WITHHELD: '▲', HIDDEN: '×' } as const;

const doings: readonly Action[] = ['session:read', 'session:put-on-agenda', 'session:steer', 'display:pair'];
const everyField: RecordType = {
  type: 'Case',
  path: '',
  name: '',
  fields: fieldClasses.map((each) => ({ name: each, label: each, class: each })),
};

/** A line for every persona and kind of conference: what it may do there as a member and as none, and what of each class it sees of a case. */
function table(): string {
  const viewers: readonly (readonly [string, Viewer])[] = [
    ...personas.map(
      ({ key, roles, team }) => [key, staff(team, { roles, ...(key === 'analyst' ? { audience: 'analyst' } : {}) })] as const,
    ),
    ['display', { ...staff(null), audience: 'display', session: 's' }],
  ];
  return viewers
    .flatMap(([key, viewer]) =>
      conferenceKinds.map((kind) => {
        const session = { id: 's', kind };
        const at = (sessions: readonly string[]) =>
          doings.map((action) => (decide({ ...viewer, sessions }, action, { session, matter: 'case' }).allowed ? '○' : '×')).join('');
        const [one] = explain({ ...viewer, sessions: ['s'] }, facts, [everyField]);
        const classes = one?.fields.map((field) => `${field.field} ${sign[field.state]}`).join(' ');
        return `${key.padEnd(13)} ${kind.padEnd(19)} ${at([])} ${at(['s'])}  ${classes}`;
      }),
    )
    .join('\n');
}

it('every persona at every kind of conference stands as it stood', async () => {
  const head = `persona       conference          知る・議題・進行・映す：構成員でない／構成員  事例の項目の区分\n`;
  await expect(`${head}${table()}\n`).toMatchFileSnapshot('./seen-at-conferences.txt');
});
