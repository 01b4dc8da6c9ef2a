import { GraphQLError } from 'graphql';

/** Class and place of a fault, for the log. A message may quote data (a key, a parameter), so only the SQLSTATE is taken from inside. */
export function faultPlace(fault: unknown): string {
  const original = fault instanceof GraphQLError ? (fault.originalError ?? fault) : fault;
  if (!(original instanceof Error)) return typeof original;
  const { code } = original as { code?: unknown };
  const frame = original.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return [original.name, typeof code === 'string' ? code : '', frame?.trim() ?? ''].filter(Boolean).join(' ');
}
