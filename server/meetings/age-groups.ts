/** Wider ages for a card whose decade would tell too much, with the decades that each holds. */
export const ageGroups: Readonly<Record<string, readonly string[]>> = {
  '20歳未満': ['10歳未満', '10代'],
  '20代〜50代': ['20代', '30代', '40代', '50代'],
  '60歳以上': ['60代', '70代', '80代', '90歳以上'],
};

/** The decades of an age on a card: those of a wider group, or the one that it is. */
export function decadesOf(age: string): readonly string[] {
  return ageGroups[age] ?? [age];
}

/** Ages that a card of somebody of this decade may say, the narrowest first. */
export function agesFor(decade: string): readonly string[] {
  return [decade, ...Object.entries(ageGroups).flatMap(([group, decades]) => (decades.includes(decade) ? [group] : []))];
}
