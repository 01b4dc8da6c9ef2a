/** Tells how far a long work is, in lines of ten per cent. Each is told once; `(1, 1)` at the end tells the last, if it has not been. */
export function tenths(say: (line: string) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const percent = Math.floor((done / total) * 10) * 10;
    if (percent > told) say(`  ${(told = percent)}%`);
  };
}
