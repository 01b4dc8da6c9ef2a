import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

/** A calendar day of the city, '2026-11-23'. */
export const DateScalar = new GraphQLScalarType<string, string>({
  ...(GraphQLLocalDate.toConfig() as ConstructorParameters<typeof GraphQLScalarType<string, string>>[0]),
  name: 'Date',
  description: '暦の日付。「2026-11-23」の形。',
  specifiedByURL: null,
});

/** An instant in UTC, '2026-11-23T01:02:03.456Z'. */
export const DateTimeScalar = new GraphQLScalarType<Date | string, string>({
  ...(GraphQLDateTimeISO.toConfig() as unknown as ConstructorParameters<typeof GraphQLScalarType<Date | string, string>>[0]),
  name: 'DateTime',
  description: '時刻（協定世界時）。「2026-11-23T01:02:03.456Z」の形。',
  specifiedByURL: null,
});
