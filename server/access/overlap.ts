/** Whether two lists have something in common. */
export function overlap(some: readonly string[] | undefined, others: readonly string[]): boolean {
  return some?.some((one) => others.includes(one)) ?? false;
}
