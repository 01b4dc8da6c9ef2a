import { composeServices } from '@theguild/federation-composition';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import type { Audience } from '#server/access/viewer';
import type { Contract } from '#server/database/shape';
import { cutContract } from './contract';

/** A subgraph as composition sees it. */
export interface Part {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
}

/** One composed graph: the supergraph, and what each audience may ask. */
export interface Composed {
  readonly supergraphSdl: string;
  readonly contractSdl: Readonly<Record<Audience, string>>;
}

/** Composition was refused; the graph that stands goes on standing. */
export class CompositionRefused extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`composition refused:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** Composes the subgraphs and cuts the contracts of display and analyst by their tags. Throws `CompositionRefused` with every fault. */
export function compose(parts: readonly Part[]): Composed {
  const services = parts.map((part) => ({ name: part.name, url: part.url, typeDefs: parse(part.sdl) }));
  const whole = accepted(composeServices(services));
  const sdls = parts.map((part) => part.sdl);
  const contract = (name: Contract) => cutContract(whole.publicSdl, sdls, name);
  return {
    supergraphSdl: whole.supergraphSdl,
    contractSdl: { staff: whole.publicSdl, display: contract('display'), analyst: contract('analyst') },
  };
}

function accepted(result: ReturnType<typeof composeServices>): { supergraphSdl: string; publicSdl: string } {
  if (!result.supergraphSdl || !result.publicSdl)
    throw new CompositionRefused((result.errors ?? []).map((error) => `[${String(error.extensions?.code ?? 'ERROR')}] ${error.message}`));
  return { supergraphSdl: result.supergraphSdl, publicSdl: result.publicSdl };
}

/** The schema of a contract, to validate against and to introspect. */
export function schemaOf(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
}
