import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffId } from '#seeds/personas';
import { asViewer } from '#server/database/as-viewer';
import { systemPrelude, viewerPrelude } from '#server/database/prelude';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { give, renew, terms, type Unshared, unsharedCases, withdraw } from '#test/kit/consent';
import { takeSeat } from '#test/kit/take-seat';

let town: Town;
let worker: Guest;
let council: Guest;
let cases: Unshared[];
beforeAll(async () => {
  town = await aTown();
  [worker, council] = [await town.as('elderly-care'), await town.as('council')];
  cases = await unsharedCases(town);
});
afterAll(() => town?.close());

/** A case of one's own in a city that these tests share. */
const aCase = () => cases.pop() as Unshared;
const seen = async (guest: Guest, id: string) =>
  (
    await guest.ask(
      `query ($id: ID!) { case(id: $id) { standing consentedClasses summary person { id identity { name } contact { address } }
         household { members { person { id } } } consents { id status condition withdrawalReason } consultations { id } disclosures { regime { id } team { id } consentId } } }`,
      { id },
    )
  ).data.case;
const codeOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) => errors?.[0]?.extensions?.code;
const fieldsOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) => errors?.[0]?.extensions?.fields;
const count = async (table: string, where: string, value: string) =>
  (await town.rows<{ n: number }>(`select count(*)::int as n from ${table} where ${where} = $1`, [value]))[0]?.n;

describe('a consent', () => {
  it('opens a case to whom it names, as far as it names, and enters the ledger', async () => {
    const one = aCase();
    expect(await seen(council, one.case)).toBeNull();
    const { data } = await give(worker, { case: one.case, terms: terms({ classes: ['identity'] }) });
    expect(data.done).toMatchObject({ status: 'LIVE', withdrawable: true, holder: { id: 'elderly-care' }, condition: '電話は午後に' });
    expect(await seen(council, one.case)).toMatchObject({
      standing: 'CONSENTED',
      consentedClasses: ['identity'],
      summary: null,
      person: { id: one.person, identity: { name: expect.any(String) }, contact: null },
      consents: [{ id: data.done.id, condition: '電話は午後に' }],
      disclosures: [],
    });
    expect(await seen(await town.as('disability'), one.case)).toBeNull();
    expect((await seen(worker, one.case)).disclosures).toEqual([
      { regime: { id: 'CONSENT' }, team: { id: 'council' }, consentId: data.done.id },
    ]);
  });

  it('given by a housemate opens nothing of the case, and later what is about that housemate', async () => {
    const one = aCase();
    await give(worker, { case: one.case, person: one.housemate, terms: terms() });
    expect(await seen(council, one.case)).toBeNull();
    await give(worker, { case: one.case, terms: terms({ classes: ['identity'] }) });
    const opened = await seen(council, one.case);
    expect(opened.consentedClasses).toEqual(['identity']);
    expect(opened.household.members.map(({ person }: { person: { id: string } }) => person.id).sort()).toEqual(
      [one.person, one.housemate].sort(),
    );
  });

  it('never goes to whom it excludes, even where a receiver is named', async () => {
    const one = aCase();
    const { data } = await give(worker, {
      case: one.case,
      terms: terms({ receivers: ['council', 'livelihood'], exclusions: ['disability'] }),
    });
    expect(data.done.excludedTeams).toEqual([{ id: 'disability' }]);
    await town.rows(`update core.consent set exclusions = '{council}' where id = $1`, [data.done.id]);
    expect(await seen(council, one.case)).toBeNull();
    expect(await seen(await town.as('livelihood'), one.case)).not.toBeNull();
  });

  it('begins and ends with the instants that it names, by the clock of the database', async () => {
    const one = aCase();
    const { data } = await give(worker, { case: one.case, terms: terms() });
    const at = async (from: string, until: string) => {
      await town.rows(
        `update core.consent set valid_from = now() + interval '${from}', valid_until = now() + interval '${until}' where id = $1`,
        [data.done.id],
      );
      const [status] = (await seen(worker, one.case)).consents.map((each: { status: string }) => each.status);
      return [status, (await seen(council, one.case)) !== null];
    };
    expect(await at('1 minute', '1 day')).toEqual(['UPCOMING', false]);
    expect(await at('0 seconds', '90 days')).toEqual(['LIVE', true]);
    expect(await at('-1 day', '29 days')).toEqual(['SOON', true]);
    expect(await at('-1 day', '-1 millisecond')).toEqual(['EXPIRED', false]);
  });

  it('holds at the very instant at which it begins, and no longer at the one at which it ends', async () => {
    const one = aCase();
    const { data } = await give(worker, { case: one.case, terms: terms() });
    const at = async (from: string, until: string) => {
      const client = await town.database.pool.connect();
      try {
        await client.query(`begin; ${systemPrelude('hub_sower')}`);
        await client.query(`update core.consent set valid_from = ${from}, valid_until = ${until} where id = $1`, [data.done.id]);
        await client.query(viewerPrelude(town.viewer('council')));
        return (await client.query('select 1 from core.support_case where id = $1', [one.case])).rowCount === 1;
      } finally {
        await client.query('rollback').finally(() => client.release());
      }
    };
    expect(await at('now()', `now() + interval '1 day'`)).toBe(true);
    expect(await at(`now() + interval '1 microsecond'`, `now() + interval '1 day'`)).toBe(false);
    expect(await at(`now() - interval '1 day'`, 'now()')).toBe(false);
    expect(await at(`now() - interval '1 day'`, `now() + interval '1 microsecond'`)).toBe(true);
  });

  it('lasts to the end of the last day that was named, in the city', async () => {
    const one = aCase();
    const { data } = await give(worker, { case: one.case, terms: terms({ validUntil: terms().validUntil }) });
    const [row] = await town.rows<{ until: string }>(
      `select to_char(valid_until at time zone 'Asia/Tokyo' - interval '1 second', 'YYYY-MM-DD HH24:MI:SS') as until from core.consent where id = $1`,
      [data.done.id],
    );
    expect(row?.until).toBe(`${terms().validUntil} 23:59:59`);
  });
});

describe('recording a consent', () => {
  it.each([
    ['no receiver', { receivers: [] }, 'receivers'],
    ['a 担当 that is not there', { receivers: ['nobody'] }, 'receivers'],
    ['somebody both named and excluded', { exclusions: ['council'] }, 'receivers'],
    ['the keeper of the paper excluded', { exclusions: ['elderly-care'] }, 'exclusions'],
    ['a keeper that does not serve the case', { holder: 'children' }, 'holder'],
    ['nothing to receive', { classes: [] }, 'classes'],
    ['an item that the form does not have', { items: ['好きな色'] }, 'items'],
    ['a representative without a relation', { giver: 'REPRESENTATIVE' }, 'relation'],
    ['a relation of oneself', { relation: 'PARENT' }, 'relation'],
    ['nobody who explained it', { explainedBy: null }, 'explainedBy'],
    ['an oral one without a witness', { form: 'ORAL_WITNESSED' }, 'witnessedBy'],
    ['an oral one witnessed by whoever explained it', { form: 'ORAL_WITNESSED', witnessedBy: staffId('elderly-care') }, 'witnessedBy'],
    ['a form that is not there', { wording: 'nothing' }, 'wording'],
    ['an edition that was not in use', { wording: 'joho-kyoyu-1' }, 'wording'],
    ['a day that has not come', { givenOn: '2999-01-01' }, 'givenOn'],
    ['an end in the past', { validUntil: '2020-01-01' }, 'validUntil'],
    ['an end beyond what the form allows', { validUntil: '2099-01-01' }, 'validUntil'],
    ['a 個人番号 as the purpose', { purpose: '番号は 1234-5678-9018' }, 'purpose'],
    ['a 個人番号 in the condition', { condition: '１２３４５６７８９０１８' }, 'condition'],
  ])('with %s is refused with a sentence, and nothing is written', async (_what, over, field) => {
    const [one] = cases as [Unshared];
    const answer = await give(worker, { case: one.case, terms: terms(over) });
    expect(codeOf(answer)).toBe('INVALID');
    expect(fieldsOf(answer)).toEqual({ [field]: expect.stringMatching(/。$/) });
    expect(answer.text).not.toMatch(/9018|９０１８/);
    expect(await count('core.consent', 'case_id', one.case)).toBe(0);
    expect(await count('core.disclosure', 'case_id', one.case)).toBe(0);
  });

  it('is for whoever serves the case: others are refused, or find nothing at all', async () => {
    const one = aCase();
    const stranger = await give(council, { case: one.case, terms: terms() });
    expect(codeOf(stranger)).toBe('NOT_FOUND');
    await give(worker, { case: one.case, terms: terms() });
    expect(codeOf(await give(council, { case: one.case, terms: terms() }))).toBe('DENIED');
    const elsewhere = await give(worker, { case: one.case, person: (cases[0] as Unshared).person, terms: terms() });
    expect(fieldsOf(elsewhere)).toEqual({ person: expect.any(String) });
  });

  it('by a straight way into the table is refused by the wall itself', async () => {
    const one = aCase();
    const viewer = town.viewer('council');
    const plant = asViewer(town.database, viewer, (tx) =>
      tx.query(
        `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until, holder, recorded_by)
         values (gen_random_uuid(), $1, $2, 'SELF', '{council}', '{note}', '', 'WRITTEN', '', hub.today(), now(), now() + interval '1 day', 'council', $3)`,
        [one.person, one.case, viewer.actor.slice('staff:'.length)],
      ),
    );
    await expect(plant).rejects.toThrow('a consent is recorded by whoever serves its case');
  });

  it('has one effect, however often the same request comes', async () => {
    const one = aCase();
    const input = { case: one.case, terms: terms() };
    const [first, again] = [await give(worker, input, 'the same'), await give(worker, input, 'the same')];
    expect(again.data.done.id).toBe(first.data.done.id);
    expect(await count('core.consent', 'case_id', one.case)).toBe(1);
    expect(codeOf(await give(worker, { ...input, terms: terms({ purpose: '別の目的' }) }, 'the same'))).toBe('INVALID');
  });
});

describe('a withdrawal', () => {
  it('ends the sharing at once and no service, and calls the 主担当 to look again within the days set', async () => {
    const one = aCase();
    const { data } = await give(worker, { case: one.case, terms: terms() });
    const before = await seen(worker, one.case);
    const done = await withdraw(worker, { consent: data.done.id, version: 1, reason: '気が変わった' });
    expect(done.data.done).toMatchObject({ status: 'WITHDRAWN', withdrawable: false, version: 2 });
    expect(await seen(council, one.case)).toBeNull();
    const after = await seen(worker, one.case);
    expect({ ...after, consents: [] }).toEqual({ ...before, consents: [] });
    expect(after.consents).toEqual([expect.objectContaining({ status: 'WITHDRAWN', withdrawalReason: '気が変わった' })]);
    const { caseReviews } = (await worker.ask('{ caseReviews { id version caseId cause dueOn team { id } } }')).data;
    const review = caseReviews.find((each: { caseId: string }) => each.caseId === one.case);
    const [due] = await town.rows<{ day: string }>(
      `select (hub.today() + days)::text as day from core.deadline where key = 'consent.review'`,
    );
    expect(review).toMatchObject({ cause: 'CONSENT_WITHDRAWN', dueOn: due?.day, team: { id: 'elderly-care' } });
    const finish = 'mutation ($input: FinishReviewOrder!) { finishReview(input: $input) { doneAt } }';
    const input = { review: review.id, version: review.version };
    expect(codeOf(await council.ask(finish, { input }))).toBe('NOT_FOUND');
    expect((await worker.ask(finish, { input })).data.finishReview.doneAt).toEqual(expect.any(String));
    expect(codeOf(await worker.ask(finish, { input }))).toBe('CONFLICT');
  });

  it('is taken by the 担当 that keeps the paper though it serves no more, and by no receiver', async () => {
    const one = aCase();
    const { data } = await give(worker, { case: one.case, terms: terms({ receivers: ['council'] }) });
    expect(codeOf(await withdraw(council, { consent: data.done.id, version: 1 }))).toBe('DENIED');
    expect(codeOf(await withdraw(await town.as('children'), { consent: data.done.id, version: 1 }))).toBe('NOT_FOUND');
    await town.rows(`update core.support_case set teams = '{children}', lead_team_id = 'children' where id = $1`, [one.case]);
    await town.rows(`update core.person_guard set teams = '{children}' where person_id = $1`, [one.person]);
    expect((await withdraw(worker, { consent: data.done.id, version: 1 })).data.done.status).toBe('WITHDRAWN');
    expect(await count('core.case_review', 'case_id', one.case)).toBe(1);
  });

  it('happens once: the second to come is shown that somebody was first, and the same request twice is one', async () => {
    const one = aCase();
    const { data } = await give(worker, { case: one.case, terms: terms() });
    const input = { consent: data.done.id, version: 1 };
    const [first, second] = await Promise.all([withdraw(worker, input), withdraw(await town.as('elderly-care'), input)]);
    expect([codeOf(first), codeOf(second)].sort()).toEqual(['CONFLICT', undefined].sort());
    expect(await count('core.case_review', 'case_id', one.case)).toBe(1);
    expect(codeOf(await withdraw(worker, { ...input, version: 2 }))).toBe('INVALID');
    const undo = `update core.consent set withdrawn_at = null where id = '${data.done.id}'`;
    await asViewer(town.database, town.viewer('elderly-care'), (tx) => tx.query(undo));
    expect(await count('core.consent', 'withdrawn_at is null and id::text', data.done.id)).toBe(0);
  });

  it('refuses a 個人番号 as its reason and leaves everything as it was', async () => {
    const one = aCase();
    const { data } = await give(worker, { case: one.case, terms: terms() });
    const answer = await withdraw(worker, { consent: data.done.id, version: 1, reason: '1234 5678 9018' });
    expect(fieldsOf(answer)).toEqual({ reason: expect.any(String) });
    expect(await seen(council, one.case)).not.toBeNull();
  });
});

describe('a renewal', () => {
  it('puts a consent in the place of another, and what it leaves out is shared no more', async () => {
    const one = aCase();
    const { data } = await give(worker, { case: one.case, terms: terms() });
    const stale = await renew(worker, { consent: data.done.id, version: 7, terms: terms() });
    expect(codeOf(stale)).toBe('CONFLICT');
    const made = await renew(worker, { consent: data.done.id, version: 1, terms: terms({ receivers: ['livelihood'] }) });
    expect(made.data.done).toMatchObject({ status: 'LIVE', receivers: ['livelihood'] });
    expect(await seen(council, one.case)).toBeNull();
    expect((await seen(worker, one.case)).consents.map(({ status }: { status: string }) => status).sort()).toEqual(['LIVE', 'REPLACED']);
    expect(await count('core.case_review', 'case_id', one.case)).toBe(0);
  });
});

describe('the ledger', () => {
  it('takes by hand what was disclosed under another regime, and nothing that names no receiver or two', async () => {
    const [one] = await town.rows<{ id: string }>(
      `select c.id from core.support_case c join core.person_guard g on g.person_id = c.person_id
       where c.teams @> '{elderly-care}' and not g.protected order by c.id desc limit 1`,
    );
    const document = `mutation ($input: DisclosureOrder!) { recordDisclosure(input: $input) { id origin regime { id confirmed } team { id } classes note disclosedBy { name } } }`;
    const input = { case: one?.id, regime: 'REGIONAL_CARE', team: 'council', classes: ['sensitive'], note: '地域ケア会議の前に伝えた' };
    const record = (guest: Guest, over: Record<string, unknown>) => guest.ask(document, { input: { ...input, ...over } });
    expect((await record(worker, {})).data.recordDisclosure).toMatchObject({
      origin: 'BY_HAND',
      regime: { id: 'REGIONAL_CARE', confirmed: false },
      team: { id: 'council' },
      note: '地域ケア会議の前に伝えた',
    });
    expect(fieldsOf(await record(worker, { team: null }))).toHaveProperty('team');
    expect(fieldsOf(await record(worker, { organization: one?.id }))).toHaveProperty('team');
    expect(fieldsOf(await record(worker, { team: 'nobody' }))).toHaveProperty('team');
    expect(fieldsOf(await record(worker, { regime: 'ART_106_6' }))).toHaveProperty('regime');
    expect(fieldsOf(await record(worker, { regime: 'no law' }))).toHaveProperty('regime');
    expect(fieldsOf(await record(worker, { classes: [] }))).toHaveProperty('classes');
    expect(fieldsOf(await record(worker, { note: '1234-5678-9018' }))).toHaveProperty('note');
  });

  it('tells of a 支援会議 to its members and to nobody else, whoever serves the case', async () => {
    const lines = await town.rows<{ id: string; case: string; session: string; teams: string[] }>(
      `select d.id, d.case_id as case, d.session_id as session, c.teams from core.disclosure d join core.support_case c on c.id = d.case_id
       where d.restricted and c.teams @> '{livelihood}' limit 1`,
    );
    const [line] = lines as [(typeof lines)[number]];
    await town.rows(
      `update core.session_member set staff_id = (select s.id from core.staff s where s.id <> $2
         and not exists (select 1 from core.session_member m where m.session_id = $1 and m.staff_id = s.id) order by s.id limit 1)
       where session_id = $1 and staff_id = $2`,
      [line.session, staffId('livelihood')],
    );
    const ask = async (guest: Guest) =>
      (await guest.ask('query ($id: ID!) { case(id: $id) { disclosures { id sessionTitle regime { id } } } }', { id: line.case })).data.case
        .disclosures;
    const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
    const livelihood = await town.as('livelihood');
    expect(ids(await ask(livelihood))).not.toContain(line.id);
    await takeSeat(town, line.session, staffId('livelihood'), 'MEMBER');
    expect(ids(await ask(await town.as('livelihood')))).toContain(line.id);
  });
});
