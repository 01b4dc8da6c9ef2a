import { Directive, Extensions } from 'type-graphql';
import type { RootShape } from './document-plan';
import type { Contract } from './shape';

/** Says how a root field is read. Its resolver is then one call of `read`, and the same shape serves the compiled lane. */
export function Root(shape: RootShape & { contracts?: readonly Contract[] }): MethodDecorator {
  const { contracts = [], ...root } = shape;
  const decorators = [Extensions({ root }), ...contracts.map((name) => Directive(`@tag(name: "${name}")`))] as MethodDecorator[];
  return (target, key, descriptor) => {
    for (const decorate of decorators) decorate(target, key, descriptor);
  };
}
