import { expect, it } from 'vitest';
import { isFitting, textLength } from './text-length';

it('counts what a person would count', () => {
  expect(['', '  ', ' 見守り　と\n声かけ ', '𠮷野', '😀'.repeat(20)].map(textLength)).toEqual([0, 0, 9, 2, 20]);
});

it('fits from one character up to the most, and no further', () => {
  expect(['', 'あ', 'あ'.repeat(20), `${'あ'.repeat(20)} `, 'あ'.repeat(21)].map((text) => isFitting(text, 20))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});
