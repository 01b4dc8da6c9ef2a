/** Knip's findings as one line of JSON, with the number of files it went through (its own JSON reporter leaves that out). */
export default function report({ issues, counters }) {
  const found = Object.entries(issues).flatMap(([type, files]) =>
    Object.values(files).flatMap((symbols) => Object.values(symbols).map(({ filePath, symbol }) => ({ type, filePath, symbol }))),
  );
  console.log(JSON.stringify({ processed: counters.processed, found }));
}
