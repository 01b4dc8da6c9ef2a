import type { ExecutionRequest } from '@graphql-tools/utils';
import { OperationTypeNode } from 'graphql';

/** Whether a department is asked to write something. */
export function isChange({ document }: Pick<ExecutionRequest, 'document'>): boolean {
  return document.definitions.some((each) => 'operation' in each && each.operation === OperationTypeNode.MUTATION);
}
