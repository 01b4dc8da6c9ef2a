/** Ages that a card of somebody of this decade may say, the narrowest first; the hub says the same. */
const groups: Readonly<Record<string, readonly string[]>> = {
  '20歳未満': ['10歳未満', '10代'],
  '20代〜50代': ['20代', '30代', '40代', '50代'],
  '60歳以上': ['60代', '70代', '80代', '90歳以上'],
};

export function agesFor(decade: string): readonly string[] {
  return [decade, ...Object.entries(groups).flatMap(([group, decades]) => (decades.includes(decade) ? [group] : []))];
}
