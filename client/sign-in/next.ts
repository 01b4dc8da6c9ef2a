/** What comes after a step: in, or the second factor first. */
export type Next = { readonly next: 'DONE' } | { readonly next: 'SECOND_FACTOR'; readonly ticket: string };
