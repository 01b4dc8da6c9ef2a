import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Minutes } from './minutes-document';
import { type Cell, factsOf, type MinutesTable, tablesOf } from './minutes-tables';

const FONT = 'BIZ UDPGothic';
/** A4 in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };

/** The minutes as a Word file: the same tables as on the screen. */
export function wordFile(minutes: Minutes, title: string): Promise<Blob> {
  const facts = factsOf(minutes).map(
    ([label, value]) => new Paragraph({ children: [new TextRun({ text: `${label}　`, bold: true }), new TextRun(value)] }),
  );
  return Packer.toBlob(
    new Document({
      title: minutes.title,
      creator: title,
      styles: { default: { document: { run: { font: { ascii: FONT, hAnsi: FONT, eastAsia: FONT }, size: 21 } } } },
      sections: [
        {
          properties: { page: { size: A4 } },
          children: [
            new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
            new Paragraph({ text: minutes.title, heading: HeadingLevel.HEADING_1 }),
            ...facts,
            ...tablesOf(minutes).flatMap(partOf),
          ],
        },
      ],
    }),
  );
}

function partOf({ heading, note, heads, rows }: MinutesTable): (Paragraph | Table)[] {
  return [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 80 } }),
    ...(note ? [new Paragraph(note)] : []),
    ...(rows.length > 0
      ? [
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [rowOf(heads, true), ...rows.map(({ cells }) => rowOf(cells, false))],
          }),
        ]
      : []),
  ];
}

function rowOf(cells: readonly Cell[], bold: boolean): TableRow {
  return new TableRow({
    tableHeader: bold,
    cantSplit: true,
    children: cells.map((cell) => new TableCell({ children: [new Paragraph({ children: runsOf(cell, bold) })] })),
  });
}

/** What was corrected is struck through, and what should stand there underlined, as on the screen. */
function runsOf(cell: Cell, bold: boolean): TextRun[] {
  if (typeof cell === 'string') return [new TextRun({ text: cell, bold })];
  return cell.map(({ text, as }) => new TextRun({ text: `${text} `, strike: as === 'old', ...(as === 'new' ? { underline: {} } : {}) }));
}
