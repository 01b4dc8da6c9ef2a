import { departments } from '#server/departments/registry';
import { compose } from '#server/hub/compose';
import { buildSubgraphs } from '#server/hub/hub';

/** Every file of `schema/` as it should be: path → text. The one place where client and server meet. */
export function printedSchema(): ReadonlyMap<string, string> {
  const { core, departments: parts } = buildSubgraphs(departments);
  const { supergraphSdl, contractSdl } = compose(
    [core, ...parts.values()].map(({ name, sdl }) => ({ name, sdl, url: `embedded:${name}` })),
  );
  const files = new Map([
    ['core.graphql', core.sdl],
    ['supergraph.graphql', supergraphSdl],
    ['contracts/staff.graphql', contractSdl.staff],
    ['contracts/display.graphql', contractSdl.display],
    ['contracts/analyst.graphql', contractSdl.analyst],
  ]);
  for (const [key, part] of parts) files.set(`departments/${key}.graphql`, part.sdl);
  return new Map([...files].map(([file, text]) => [file, `${text.trim()}\n`]));
}
