import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { type RootField, scopeOf } from '#server/access/service-scope';
import { Denied, Invalid, type Problem } from '#server/kernel/problem';
import { LIMITS } from '../limits';
import type { Service } from './service-accounts';

/** The department that owns a root field; undefined for the core. */
export type OwnerOf = (kind: RootField['kind'], name: string) => string | undefined;

/**
 * What keeps a service from asking this question; undefined when nothing does. Looks at the document itself, before anybody else does, and refuses
 * what it cannot read: one that is sent by its hash alone (a persisted query) names no fields.
 */
export function refusedToService(service: Service, question: unknown, ownerOf: OwnerOf): Problem | undefined {
  const query = typeof question === 'object' && question !== null && 'query' in question ? question.query : undefined;
  if (typeof query !== 'string') return new Invalid('問い合わせの文（query）を送ってください。');
  const document = read(query);
  if (!document) return new Invalid('問い合わせの文が読めません。書き方を確かめてください。');
  // Whichever of its operations runs: all of them must be open.
  const outside = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? rootFields(document, each).filter((name) => !opens(service, each, name, ownerOf)) : [],
  );
  if (outside.length === 0) return undefined;
  const named = [...new Set(outside)].slice(0, 3).join('」「');
  return new Denied(`このサービス用アカウントの範囲では「${named}」を使えません。範囲を広げるには、管理者に申請してください。`);
}

function read(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch {
    return undefined;
  }
}

function opens({ scopes, team }: Service, { operation }: OperationDefinitionNode, name: string, ownerOf: OwnerOf): boolean {
  if (name === '__typename') return true;
  const department = ownerOf(operation, name);
  const needed = scopeOf({ kind: operation, name, ...(department === undefined ? {} : { department }) }, team);
  return needed !== undefined && scopes.includes(needed);
}

/** Names of every root field, through fragments; whether it is included does not matter. */
function rootFields(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const fragments = new Map(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const seen = new Set<string>();
  const walk = (set: SelectionSetNode): string[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value];
      if (selection.kind === Kind.INLINE_FRAGMENT) return walk(selection.selectionSet);
      const fragment = seen.has(selection.name.value) ? undefined : fragments.get(selection.name.value);
      seen.add(selection.name.value);
      return fragment ? walk(fragment.selectionSet) : [];
    });
  return walk(operation.selectionSet);
}
