import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTown, type Town } from '#test/kit/a-town';

let town: Town;
beforeAll(async () => {
  town = await aTown();
});
afterAll(() => town?.close());

/** A case with everything that anybody knows of it. */
const whole = `query Whole($limit: Int!) { cases(limit: $limit) {
  id code stage topics summary openedOn withheld { field reason }
  person { id ageBand identity { name birthDate } contact { address phone } withheld { field reason } }
  household { composition members { relationship person { ageBand identity { name } } } }
  consultations { receivedOn topics note organization { name } withheld { field reason } }
  elderlyCare { careLevel note certifications { level } consultations { theme } withheld { field } }
  disability { mainDisability handbooks { kind grade } consultations { theme } withheld { field } }
  livelihood { incomeBand consultations { theme } debts { kind } housings { status } withheld { field } }
  children { childrenCount families { theme plans { goal } } pregnancyConsultations { stage } withheld { field } }
  council { concern watchVisits { condition } loans { kind status } withheld { field } }
  plan { longGoal shortGoal state } roles { title organization { name } } actionItems { title dueOn status organization { name } }
  resources(limit: 3) { name organization { name } capacity { available } }
} }`;

it('one question about everything costs the same number of statements for 1 and for 200 cases', async () => {
  const caseworker = await town.as('elderly-care');
  const cost = async (limit: number) => {
    const before = town.database.statements;
    const answer = await caseworker.ask(whole, { limit });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.cases).toHaveLength(limit);
    return { statements: town.database.statements - before, cases: answer.data.cases };
  };
  const one = await cost(1);
  const many = await cost(200);
  console.log(`${one.statements} statements for 1 case, ${many.statements} for 200`);
  expect(many.statements).toBe(one.statements);
  // The core once, and each of the five departments once.
  expect(one.statements).toBe(6);
  // What was counted was really read.
  for (const part of ['person', 'household', 'elderlyCare'])
    expect(many.cases.some((each: Record<string, unknown>) => each[part])).toBe(true);
});

it('a department that fails leaves its own fields empty and everything else whole', async () => {
  await town.rows('select 1');
  const caseworker = await town.as('elderly-care');
  const { pool } = town.database;
  await pool.query('alter table elderly_care.case_record rename to gone');
  try {
    const { data, errors } = await caseworker.ask(whole, { limit: 20 });
    expect(data.cases).toHaveLength(20);
    expect(data.cases.every((each: { elderlyCare: unknown }) => each.elderlyCare === null)).toBe(true);
    expect(data.cases.some((each: { consultations: unknown[] }) => each.consultations.length > 0)).toBe(true);
    expect(new Set(errors?.map((error) => error.extensions.code))).toEqual(new Set(['DEPARTMENT_UNAVAILABLE']));
    expect(JSON.stringify(errors)).not.toContain('case_record');
  } finally {
    await pool.query('alter table elderly_care.gone rename to case_record');
  }
});
