/** Another live process has opened this database directory: PGlite has no lock of its own, and two writers would destroy the data. */
export class EmbeddedInUse extends Error {
  constructor(
    readonly directory: string,
    /** The process that holds it. */
    readonly pid: number,
  ) {
    super(
      `データの置き場「${directory}」は、別の処理（プロセス番号 ${pid}）が使っています。そちらを終了してから、もう一度起動してください。`,
    );
  }
}
