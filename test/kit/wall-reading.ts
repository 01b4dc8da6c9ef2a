/** What stands on a display, in units of 1/1080 of the image's height. */
export interface WallReading {
  readonly texts: readonly { readonly text: string; readonly size: number; readonly contrast: number; readonly body: boolean }[];
  /** How large the furigana are, as a share of what they stand over. */
  readonly furigana: readonly number[];
  /** By how much the page is wider and higher than its window, in pixels. */
  readonly overflow: readonly [number, number];
  /** Texts that stick out of the window. */
  readonly outside: readonly string[];
  /** Texts of which a part is cut off: by dots, by a clamp or by the edge of a box. */
  readonly clipped: readonly string[];
  /** Zones whose contents reach into another zone. */
  readonly overlapping: readonly string[];
  readonly places: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Reads the wall. Runs in the page, so it uses nothing from outside itself. */
export function readWall(): WallReading {
  const unit = Math.min(innerWidth / 1920, innerHeight / 1080);
  const root = document.documentElement;
  const body = '.board-row dt span, .board-row dd span, .board-role strong, .board-what, .board-description';
  // Furigana are half as large as what they stand over, by design; they are measured apart.
  const isText = (node: ChildNode) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim();
  const elements = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (each) => each.offsetWidth > 1 && each.tagName !== 'RT' && [...each.childNodes].some(isText),
  );
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const ground = (element: Element | null): number[] => {
    if (!element) return [255, 255, 255];
    const color = channels(getComputedStyle(element).backgroundColor);
    return color[3] === 0 ? ground(element.parentElement) : color;
  };
  const luminance = (color: number[]) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const value = (color[index] ?? 0) / 255;
      return sum + weight * (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    }, 0);
  const contrast = (element: Element) => {
    const [dark = 0, light = 0] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const outside = (element: Element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
  };
  const clips = (element: Element) => getComputedStyle(element).overflow !== 'visible';
  const isCut = (element: Element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const texts = [...range.getClientRects()];
    for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
      if (!clips(box)) continue;
      const own = box.getBoundingClientRect();
      const slack = 4 * unit;
      if (texts.some(({ right, bottom }) => right > own.right + slack || bottom > own.bottom + slack)) return true;
    }
    return false;
  };
  const zones = [
    ...document.querySelectorAll<HTMLElement>('.board-header, .board-discussion, .board-roles, .board-actions, .board-footer'),
  ];
  const reaches = (zone: HTMLElement) => {
    const own = zone.getBoundingClientRect();
    return [...zone.querySelectorAll('*')].some((each) => {
      const { right, bottom } = each.getBoundingClientRect();
      return right > own.right + 2 || bottom > own.bottom + 2;
    });
  };
  return {
    texts: elements.map((each) => ({
      text: each.textContent ?? '',
      size: Number.parseFloat(getComputedStyle(each).fontSize) / unit,
      contrast: contrast(each),
      body: each.matches(body),
    })),
    furigana: [...document.querySelectorAll('rt')].map((each) => {
      const size = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
      return size(each) / size(each.parentElement ?? each);
    }),
    overflow: [Math.max(0, root.scrollWidth - innerWidth), Math.max(0, root.scrollHeight - innerHeight)],
    outside: elements.filter(outside).map((each) => each.textContent ?? ''),
    clipped: elements.filter(isCut).map((each) => each.textContent ?? ''),
    overlapping: zones.filter(reaches).map((zone) => zone.className),
    places: zones.map((zone) => {
      const { x, y, width, height } = zone.getBoundingClientRect();
      return { name: zone.className, x: x / unit, y: y / unit, width: width / unit, height: height / unit };
    }),
  };
}
