import type { Page } from 'playwright-core';

/** The playground as a person uses it, on a page whose context is signed in (or not). */
export interface PlaygroundPage {
  /** The examples offered, by title. */
  titles(): Promise<string[]>;
  /** Opens an example in a new tab, runs it and gives what the answer pane then shows, as JSON; for a subscription its first event. */
  run(title: string): Promise<{ data?: Record<string, unknown> | null; errors?: { message: string }[] }>;
}

/** Opens /playground and waits until its editor stands. */
export async function openPlayground(page: Page, origin: string): Promise<PlaygroundPage> {
  await page.goto(`${origin}/playground`);
  const buttons = page.locator('.examples ol button');
  await buttons.first().waitFor();
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  return {
    titles: () => buttons.allInnerTexts(),
    async run(title) {
      const tabs = await page.locator('.graphiql-tab').count();
      await buttons.getByText(title, { exact: true }).click();
      await page.locator('.graphiql-tab').nth(tabs).waitFor();
      await page.getByText(`# ${title}`).first().waitFor();
      await page.locator('.graphiql-execute-button').click();
      return JSON.parse(await answerOf(page));
    },
  };
}

/** The whole text of the answer pane: Monaco draws only the lines in view, so it is read from the editor's model. */
async function answerOf(page: Page): Promise<string> {
  const handle = await page.waitForFunction(() => {
    const { __MONACO } = globalThis as unknown as {
      __MONACO: { editor: { getModels(): { uri: { path: string }; getValue(): string }[] } };
    };
    const answer = __MONACO.editor.getModels().find(({ uri }) => uri.path.includes('response'));
    return answer?.getValue().trim() || null;
  });
  return (await handle.jsonValue()) ?? '';
}
