import { describe, expect, it } from 'vitest';
import { personas } from '#seeds/personas';
import { organizationId } from '#seeds/plan/organizations';
import { kindsInOrder } from '#server/meetings/kinds/registry';
import { plan, rows } from './the-town';

describe('conferences', () => {
  const sessions = rows('core.session');
  const today = sessions.filter((row) => row.held_on === plan.anchor && row.kind === 'MARUGOTO');

  it('has held every kind of conference, and hides exactly the 支援会議', () => {
    for (const { key: kind, steps } of kindsInOrder) {
      const held = sessions.filter((row) => row.kind === kind && row.status === 'CLOSED');
      expect(held.length, kind).toBeGreaterThan(2);
      for (const row of held) expect(row.step).toBe(steps.length - 1);
    }
    for (const { kind, restricted } of sessions) expect(restricted).toBe(kind === 'SHIEN_KAIGI');
    const hidden = new Set(sessions.filter((row) => row.restricted).map(({ id }) => id));
    for (const table of ['core.agenda_item', 'core.role', 'core.action_item'] as const) {
      for (const row of rows(table)) expect(row.restricted).toBe(hidden.has(row.session_id as string));
    }
  });

  it('is about to begin the third 地域まるごと支援会議 of the year, today', () => {
    expect(today).toHaveLength(1);
    expect(today[0]).toMatchObject({ number: 3, status: 'PREPARING', restricted: false });
    const duties = rows('core.session_member').filter((row) => row.session_id === today[0]?.id && row.staff_id !== null);
    const dutyOf = (key: string) => duties.find((row) => row.staff_id === personas.find((one) => one.key === key)?.staffId)?.duty;
    expect([dutyOf('facilitator'), dutyOf('recorder')]).toEqual(['FACILITATOR', 'RECORDER']);
    const agenda = rows('core.agenda_item').filter((row) => row.session_id === today[0]?.id);
    expect(agenda.map(({ letter, kind, state }) => `${letter} ${kind} ${state}`)).toEqual([
      'A CARD WAITING',
      'B CARD WAITING',
      'C ISSUE WAITING',
    ]);
  });

  it('has cards and issues to choose from, none of them on two agendas', () => {
    const used = rows('core.agenda_item').map((row) => row.card_id ?? row.issue_id);
    expect(new Set(used).size).toBe(used.length);
    const free = (table: 'core.case_card' | 'core.community_issue') =>
      rows(table).filter((row) => row.state === 'APPROVED' && !used.includes(row.id ?? null));
    expect(free('core.case_card').length).toBeGreaterThanOrEqual(6);
    expect(free('core.community_issue').length).toBeGreaterThanOrEqual(4);
    expect(rows('core.case_card').filter((row) => row.state === 'DRAFT')).toHaveLength(1);
    for (const row of rows('core.community_issue')) expect(row.state === 'APPROVED').toBe(Number(row.case_count) >= 10);
  });

  it('remembers roles and actions of the session before, some done and some overdue', () => {
    const before = sessions.find((row) => row.kind === 'MARUGOTO' && row.number === 2 && String(row.title).startsWith('令和8年度'));
    const actions = rows('core.action_item').filter((row) => row.session_id === before?.id);
    expect(actions.filter((row) => row.status === 'DONE').length).toBeGreaterThan(1);
    expect(actions.filter((row) => row.status === 'OPEN' && String(row.due_on) < plan.anchor).length).toBeGreaterThan(0);
    expect(rows('core.role').filter((row) => row.session_id === before?.id).length).toBeGreaterThan(3);
  });

  it('has laid something that is soon due, and not late, at the desk of every department', () => {
    const taken = new Set(rows('core.agenda_item').map(({ id }) => id));
    const soon = new Date(Date.parse(plan.anchor) + 14 * 86_400_000).toISOString().slice(0, 10);
    const near = rows('core.action_item').filter(
      (row) =>
        row.status === 'OPEN' && taken.has(row.agenda_item_id ?? null) && String(row.due_on) >= plan.anchor && String(row.due_on) <= soon,
    );
    const desks = personas
      .filter(({ roles }) => roles.includes('caseworker'))
      .map(({ key, organizationKey }) => [key, organizationKey ?? ''] as const);
    expect(desks.map(([key]) => key)).toEqual(['elderly-care', 'disability', 'livelihood', 'children', 'council']);
    for (const [key, organization] of desks)
      expect(near.filter((row) => row.organization_id === organizationId(organization)).length, key).toBeGreaterThan(0);
  });

  it('brings cases to every session of individuals, with consent where the law asks for it', () => {
    const consented = new Set(rows('core.consent').map((row) => row.case_id));
    for (const { id, kind } of sessions.filter((row) => row.kind === 'JUSOTEKI_CASE' || row.kind === 'SHIEN_KAIGI')) {
      const brought = rows('core.session_case').filter((row) => row.session_id === id);
      expect(brought.length).toBeGreaterThan(0);
      if (kind === 'JUSOTEKI_CASE') for (const row of brought) expect(consented.has(row.case_id ?? null)).toBe(true);
    }
    const secret = new Set(sessions.filter((row) => row.kind === 'SHIEN_KAIGI').map(({ id }) => id));
    const cases = new Set(
      rows('core.session_case')
        .filter((row) => secret.has(row.session_id ?? null))
        .map((row) => row.case_id),
    );
    expect(cases.size).toBeGreaterThanOrEqual(30);
    expect(cases.size).toBeLessThanOrEqual(45);
  });

  it('lets the citizens’ wall name a district only where many live', () => {
    for (const { district, district_shown: shown } of rows('core.case_card'))
      expect(shown).toBe(!['岩手', '諏訪', '中牧', '西保', '三富'].includes(String(district)));
  });
});
