import { type TextStep, textSteps } from '../ui/own-step';
import { checkWords as words } from '../words/check-words';

/** What one check found: a calm sentence, and whether somebody should look after it before the conference. */
export interface Finding {
  readonly isFine: boolean;
  readonly sentence: string;
}

const fine = (sentence: string): Finding => ({ isFine: true, sentence });
const attention = (sentence: string): Finding => ({ isFine: false, sentence });

/** Text of the wall stands 44 of 1080 units high and is read with ease as far away as 138 times its height (100″ at 7 m). */
const BODY = 44 / 1080;
const READ_FROM = 138;
/** The wall is 16:9. */
const heightOf = (width: number): number => (width * 9) / 16;

/** The step of text that the last row needs; null where none is enough. Metres from the wall, and the picture's width in metres. */
export function textStep(metres: number, width: number): TextStep | null {
  const needed = metres / (heightOf(width) * BODY * READ_FROM);
  const steps = Object.entries(textSteps) as [TextStep, number][];
  return steps.find(([, factor]) => needed <= factor + 0.005)?.[0] ?? null;
}

/** What was found about the text: the step that the room needs, and whether this screen stands at it. */
interface TextFinding extends Finding {
  readonly needed?: TextStep;
}

/** Whether the last row reads what the wall shows at its `step`. `width` in metres. */
export function textFinding(metres: number, width: number, step: TextStep = 'STANDARD'): TextFinding {
  if (!(metres > 0) || !(width > 0)) return attention(words.text.unknown);
  const needed = textStep(metres, width);
  const advised = needed ?? 'LARGEST';
  if (needed && textSteps[step] >= textSteps[needed]) return { ...fine(words.text.fine(words.steps[step])), needed };
  const enough = Math.ceil(((metres / (BODY * READ_FROM * textSteps[advised])) * 16 * 100) / 9);
  return { ...attention(needed ? words.text.advice(words.steps[needed]) : words.text.beyond(enough)), needed: advised };
}

/** What an answer of the hub tells: its clock, to the second, and how long it took. */
export interface Answered {
  readonly hub: number;
  readonly here: number;
  readonly took: number;
}

const CLOCK_MS = 5_000;
const DELAY_MS = 300;

/** The clock of this machine beside the hub's. */
export function clockFinding({ hub, here }: Answered): Finding {
  const ahead = here - hub;
  if (Math.abs(ahead) < CLOCK_MS) return fine(words.clock.fine);
  const span = words.clock.span(Math.round(Math.abs(ahead) / 1_000));
  return attention(words.clock.attention(ahead > 0 ? words.clock.ahead(span) : words.clock.behind(span)));
}

/** How quickly the hub answers; nothing where it does not. */
export function delayFinding(answered: Answered | null): Finding {
  if (!answered) return attention(words.delay.cut);
  const took = Math.max(1, Math.round(answered.took));
  return took <= DELAY_MS ? fine(words.delay.fine(took)) : attention(words.delay.slow(took));
}

/** Characters in names of people and companies that machines lack most often, and how to say them. The page's own faces have all of them. */
const readings: Readonly<Record<string, string>> = { 髙: 'はしごだか', 﨑: 'たつさき', 𠮷: 'つちよし', '①': 'まるいち', '㈱': 'かぶしき' };
export const rareCharacters: readonly string[] = Object.keys(readings);

/** Those of them that this machine cannot draw. */
export function fontsFinding(missing: readonly string[]): Finding {
  return missing.length === 0
    ? fine(words.fonts.fine(rareCharacters.join(' ')))
    : attention(words.fonts.attention(missing.map((character) => `${character}（${readings[character] ?? ''}）`).join('・')));
}

/** Whether the page fills the screen. */
export function screenFinding(page: { width: number; height: number }, screen: { width: number; height: number }): Finding {
  const isFull = page.width >= screen.width && page.height >= screen.height;
  return isFull ? fine(words.screen.fine(page.width, page.height)) : attention(words.screen.attention);
}
