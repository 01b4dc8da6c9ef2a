import { describe, expect, it } from 'vitest';
import { exposure, type FieldClass, fieldClasses, withheldReason } from './field-class';
import { type Opened, project, shows } from './project';
import { type Audience, audiences, type Viewer } from './viewer';

const as = (audience: Audience): Viewer => ({ audience, actor: 'staff:1', roles: [], teams: [], sessions: [] });
const never: readonly FieldClass[] = ['identity', 'address', 'sensitive', 'note', 'protected'];

describe('which field classes an audience sees', () => {
  it('is said for every audience and every class', () => {
    for (const audience of audiences) expect(Object.keys(exposure[audience]).sort()).toEqual([...fieldClasses].sort());
  });

  it.each(never)('%s never reaches a display or an analyst, however far the row is opened', (fieldClass) => {
    for (const audience of ['display', 'analyst'] as const) {
      for (const opened of ['all', [fieldClass]] as const) expect(shows(as(audience), fieldClass, opened)).toBe(false);
    }
  });

  it('is for an analyst what is public and nothing else', () => {
    expect(fieldClasses.filter((fieldClass) => shows(as('analyst'), fieldClass, 'all'))).toEqual(['public']);
  });

  it.each([
    ['staff', 'identity', [], false],
    ['staff', 'identity', ['address'], false],
    ['staff', 'identity', ['address', 'identity'], true],
    ['staff', 'protected', 'all', true],
    ['staff', 'operational', [], true],
    ['staff', 'generalised', [], true],
    ['display', 'generalised', [], false],
    ['display', 'generalised', ['generalised'], true],
    ['display', 'operational', [], true],
  ] as const)('%s sees %s on a row that opens %j: %s', (audience, fieldClass, opened, expected) => {
    expect(shows(as(audience), fieldClass, opened as Opened)).toBe(expected);
  });
});

describe('a record as somebody may see it', () => {
  const classes = { id: 'operational', name: 'identity', note: 'note', district: 'generalised' } as const;
  const record = { id: '1', name: '葛野 一郎(架空)', note: '電話は夜に', district: '八幡' };

  it('keeps every field, empties the closed ones and says why, in the order of the fields', () => {
    expect(project(as('staff'), classes, record, ['note'])).toEqual({
      record: { id: '1', name: null, note: '電話は夜に', district: '八幡' },
      withheld: [{ field: 'name', reason: 'あなたの担当には開かれていない項目です。' }],
    });
    const wall = project(as('display'), classes, record, 'all');
    expect(Object.keys(wall.record)).toEqual(Object.keys(record));
    expect(wall.withheld.map(({ field }) => field)).toEqual(['name', 'note']);
  });

  it('withholds nothing where all is open, and says so of a field that is empty by itself', () => {
    expect(project(as('staff'), classes, { ...record, note: null }, 'all')).toEqual({ record: { ...record, note: null }, withheld: [] });
  });

  it('is refused for a field without a class', () => {
    expect(() => project(as('staff'), { id: 'operational' }, record, 'all')).toThrow('field name has no class');
  });
});

describe('the reason of what is withheld', () => {
  it('is the same for staff whatever closed it, so that it never tells of a protection', () => {
    expect(new Set(fieldClasses.map((fieldClass) => withheldReason('staff', fieldClass))).size).toBe(1);
  });

  it('is a sentence for every audience and class', () => {
    for (const audience of audiences)
      for (const fieldClass of fieldClasses) expect(withheldReason(audience, fieldClass)).toMatch(/[ぁ-ん].*。$/);
  });
});
