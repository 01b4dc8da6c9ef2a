/** For graphql-js, when it validates a document and when it coerces variables: the first faults only, and no guessing at names of the schema. */
export const validationOptions = { maxErrors: 5, hideSuggestions: true } as const;
