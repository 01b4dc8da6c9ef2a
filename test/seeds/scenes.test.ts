import { describe, expect, it } from 'vitest';
import type { Row } from '#seeds/tables';
import { caseOf, personOf, plan, rows } from './the-town';

function consentsOf(key: string): Row[] {
  const { id } = caseOf(key);
  return rows('core.consent').filter((row) => row.case_id === id);
}

describe('those written by hand', () => {
  const archetypes: readonly (readonly [string, string])[] = [
    ['eighty-fifty', '債務'],
    ['hoarded-house', 'ごみ・片付け'],
    ['young-carer', 'ヤングケアラー'],
    ['shelter-mother', 'DV・虐待'],
    ['double-care', '介護'],
    ['aging-carer', '障害'],
    ['farm-to-work', 'ひきこもり'],
    ['many-debts', '税・公共料金'],
    ['foreign-family', '外国籍・言葉'],
    ['low-nutrition', '食べるもの'],
    ['released-homeless', '住まい'],
    ['medical-care-child', '障害'],
    ['eighty-fifty-refusal', 'ひきこもり'],
    ['divided-family', '家族との関係'],
  ];

  it.each(archetypes)('%s is in the city, with %s', (key, topic) => {
    const { id, topics } = caseOf(key);
    expect(topics).toContain(topic);
    expect(rows('core.consultation').some((row) => row.case_id === id)).toBe(true);
  });

  it('hides mother and children from the other party’s window, which knows their former household', () => {
    const protectedPeople = ['mother', 'older', 'younger'].map((key) => personOf(`shelter-mother/${key}`));
    for (const id of protectedPeople) {
      expect(rows('core.person_guard').find((row) => row.person_id === id)).toMatchObject({ teams: expect.any(Array) });
      expect(rows('core.protection').find((row) => row.person_id === id)?.holders).toEqual(['children', 'connection']);
    }
    expect(rows('core.protection')).toHaveLength(3);
    const { teams, household_id: household } = caseOf('other-party');
    expect(teams).toEqual(['livelihood']);
    const former = rows('core.household_member').filter((row) => row.household_id === household && row.until !== null);
    expect(former.map((row) => row.person_id).sort()).toEqual([...protectedPeople].sort());
  });

  it('has consents that are live, withdrawn in a sitting, run out, and that leave somebody out', () => {
    expect(consentsOf('eighty-fifty').map((row) => row.person_id)).toHaveLength(2);
    expect(consentsOf('many-debts')[0]?.withdrawn_at).toMatch(/T14:20:00\+09:00$/);
    expect(String(consentsOf('aging-carer')[0]?.valid_until) < plan.anchor).toBe(true);
    expect(caseOf('medical-care-child').teams).toContain('council');
    expect(consentsOf('medical-care-child')[0]?.receivers).not.toContain('council');
    expect(consentsOf('divided-family').map((row) => row.person_id)).toEqual([personOf('divided-family/mother')]);
    expect(consentsOf('eighty-fifty-refusal')[0]?.classes).toEqual(['identity']);
  });

  it('has the edges: a coming of age, a death, a move, namesakes, rare characters, a cell of one, kin at the table', () => {
    const find = (table: 'core.person' | 'core.person_identity', column: string) => (key: string) => {
      const id = personOf(key);
      return rows(table).find((row) => row[column] === id);
    };
    const identity = find('core.person_identity', 'person_id');
    const person = find('core.person', 'id');
    expect(identity('coming-of-age/self')?.birth_date).toBe('2008-11-26');
    expect(person('deceased/self')?.died_on).not.toBeNull();
    expect(person('moved-away/self')?.moved_out_on).not.toBeNull();
    const [one, other] = ['namesake-1/self', 'namesake-2/self'].map(identity);
    expect(one).toMatchObject({ name: other?.name, birth_date: other?.birth_date });
    expect(identity('rare-characters-1/self')?.name).toMatch(/﨑.*髙/);
    expect(identity('rare-characters-2/self')?.name).toMatch(/𠮷/u);
    expect(person('rare-characters-2/self')?.sex).toBe('UNSTATED');
    const tiny = new Set(
      rows('core.household')
        .filter(({ district }) => district === '三富')
        .map(({ id }) => id),
    );
    const lone = rows('core.support_case').filter(
      (row) => (row.topics as string[]).includes('外国籍・言葉') && tiny.has(row.household_id ?? null),
    );
    expect(lone).toHaveLength(1);
    const staff = new Set(rows('core.staff').map(({ name }) => name));
    expect(staff).toContain(identity('kin-of-staff/son')?.name);
    expect(String(identity('foreign-family/mother')?.name).length).toBeGreaterThan(20);
  });
});
