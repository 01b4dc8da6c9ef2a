import type { GraphQLSchema } from 'graphql';
import { decide } from '#server/access/decide';
import { type Explained, type ExplainedRecord, explain } from '#server/access/explain';
import { asFarAsOneKnows, sentenceOf, sourceOf, type Whom } from '#server/access/explain-words';
import type { Viewer } from '#server/access/viewer';
import type { ReadContext } from '#server/database/read';
import type { AccessAnswer, AccessRecord } from './access-answer';
import { factsOf, type KnownFacts } from './access-facts';
import { typesIn } from './access-types';

/** Why the asker sees of this case what they see. Throws `NotFound` for a case that they do not see. */
export async function whyVisible(context: ReadContext, schema: GraphQLSchema, caseId: string): Promise<AccessAnswer> {
  const facts = await factsOf(context, caseId);
  return answerFor(context, schema, facts, context.viewer, []);
}

/** The engine's answer for a viewer about a case whose facts the asker may know, in words. */
export function answerFor(
  context: ReadContext,
  schema: GraphQLSchema,
  facts: KnownFacts,
  viewer: Viewer,
  conference: AccessAnswer['conference'],
): AccessAnswer {
  context.touched.add('AccessAnswer.records');
  const isOneself = viewer === context.viewer;
  const whom = whomOf(viewer, facts, isOneself);
  const records = explain(viewer, facts, typesIn(schema)).map((record) => inWords(record, whom));
  const whose = isOneself
    ? 'あなた'
    : whom.audience === 'display'
      ? '会場の画面'
      : whom.audience === 'analyst'
        ? '分析'
        : (whom.team ?? '担当のない人');
  return { caseId: facts.id, code: facts.code, whose, note: isWhole(viewer, context.viewer) ? null : asFarAsOneKnows, records, conference };
}

/** Whatever bears on somebody of the asker's own 担当 is shown to the asker, too; nothing bears on the wall and on analysts. */
function isWhole(viewer: Viewer, asker: Viewer): boolean {
  return viewer.audience !== 'staff' || (viewer.teams.length > 0 && viewer.teams.every((team) => asker.teams.includes(team)));
}

/** Whom the sentences name. */
export function whomOf(viewer: Viewer, { teams }: Pick<KnownFacts, 'teams'>, isOneself: boolean): Whom {
  const names = viewer.teams.map((team) => teams.find(({ id }) => id === team)?.name ?? team);
  return { audience: viewer.audience, isOneself, team: names.join('・') || null };
}

/** A verdict with its sentence and source. */
export function withWords(one: Explained, what: 'record' | 'field', whom: Whom) {
  const { state, reason, until } = one;
  return { state, reason, until, sentence: sentenceOf(one, what, whom), source: sourceOf(one) };
}

function inWords({ type, path, name, fields, ...one }: ExplainedRecord, whom: Whom): AccessRecord {
  const lines = fields.map((field) => ({
    field: field.field,
    label: field.label,
    fieldClass: field.class,
    ...withWords(field, 'field', whom),
  }));
  return { type, path, name, ...withWords(one, 'record', whom), fields: lines };
}

/** Whether the asker serves the case, and its person is not closed to them: who else could see it is theirs to know. */
export function servesOpenly(viewer: Viewer, { case: one }: KnownFacts): boolean {
  return decide(viewer, 'person:read', { ...one, cases: [{ ...one, person: 'subject' }] }).because === 'own';
}
