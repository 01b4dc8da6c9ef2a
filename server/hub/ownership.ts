import { type DocumentNode, Kind, parse, type StringValueNode } from 'graphql';

/**
 * Which fields of the supergraph the core answers alone: `Type.field`. Read from the composed supergraph itself, so a field that a
 * department overrides, or shares without the core, is never answered from the core.
 */
export function coreOwned(supergraphSdl: string, core = 'CORE'): ReadonlySet<string> {
  const owned = new Set<string>();
  for (const definition of (parse(supergraphSdl) as DocumentNode).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const joined = (definition.directives ?? []).filter((each) => each.name.value === 'join__type').map((each) => argument(each, 'graph'));
    for (const field of definition.fields ?? []) {
      const joins = (field.directives ?? []).filter((each) => each.name.value === 'join__field');
      const overridden = joins.some((each) => argument(each, 'override') !== undefined);
      const graphs =
        joins.length === 0 ? joined : joins.filter((each) => argument(each, 'external') !== 'true').map((each) => argument(each, 'graph'));
      if (graphs.includes(core) && !overridden) owned.add(`${definition.name.value}.${field.name.value}`);
    }
  }
  return owned;
}

interface Directive {
  readonly arguments?: readonly { readonly name: { readonly value: string }; readonly value: { readonly kind: Kind } }[];
}

function argument(directive: Directive, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value as (StringValueNode & { kind: Kind }) | undefined;
  return value === undefined ? undefined : String(value.value);
}
