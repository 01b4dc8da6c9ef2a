/** The eleven villages that the city grew from. Their shares of the people are invented; 三富 is kept tiny so that small counts occur. */
export const districts: readonly (readonly [string, number])[] = [
  ['加納岩', 200],
  ['日下部', 190],
  ['八幡', 110],
  ['山梨', 140],
  ['日川', 100],
  ['後屋敷', 85],
  ['岩手', 50],
  ['諏訪', 40],
  ['中牧', 50],
  ['西保', 30],
  ['三富', 4],
];

/** Districts so small that naming one may name a person: never on the wall. */
export const smallDistricts: readonly string[] = ['岩手', '諏訪', '中牧', '西保', '三富'];
