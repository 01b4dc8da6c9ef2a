// Mutants that change nothing which anybody could see, told by what they are written on. Whatever else survives is listed in decisions/0018.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const isEmptyList = ({ type, elements }) => type === 'ArrayExpression' && elements.length === 0;

const unknown = {
  shouldIgnore({ node, parent, key }) {
    const isFallback = parent?.type === 'LogicalExpression' && parent.operator === '??' && key === 'right';
    const isDefault = parent?.type === 'AssignmentPattern' && key === 'right';
    if (isEmptyList(node) && (isFallback || isDefault))
      return 'In place of a list that was not given stands one with a text in it: that is no key, no case and no consent, and opens nothing.';
    return undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'not-given', unknown)];
