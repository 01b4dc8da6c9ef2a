import writeExcelFile from 'write-excel-file/browser';
import type { Minutes } from './minutes-document';
import { factsOf, type MinutesTable, plainCell, tablesOf } from './minutes-tables';
import { neutralCell } from './neutral-cell';

interface Cell {
  readonly value: string;
  readonly type: StringConstructor;
  readonly fontWeight?: 'bold';
  readonly wrap: true;
}

const cell = (text: string): Cell => ({ value: neutralCell(text), type: String, wrap: true });
const head = (text: string): Cell => ({ ...cell(text), fontWeight: 'bold' });

/** The minutes as rows of one sheet: the same tables as on the screen, every cell a text and none a formula. */
export function excelRows(minutes: Minutes): Cell[][] {
  return [
    [head(minutes.title)],
    ...factsOf(minutes).map(([label, value]) => [head(label), cell(value)]),
    ...tablesOf(minutes).flatMap(({ heading, note, heads, rows }: MinutesTable) => [
      [],
      [head(heading)],
      ...(note ? [[cell(note)]] : []),
      heads.map(head),
      ...rows.map(({ cells }) => cells.map((each) => cell(plainCell(each)))),
    ]),
  ];
}

/** The minutes as an Excel file. */
export async function excelFile(minutes: Minutes, sheet: string): Promise<Blob> {
  return await writeExcelFile(excelRows(minutes), { sheet, columns: [14, 40, 28, 16, 40].map((width) => ({ width })) }).toBlob();
}
