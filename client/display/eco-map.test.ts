import { describe, expect, it } from 'vitest';
import { MOST_NODES, nodesOf, placesOf } from './eco-map';

const council = { id: 'o1', name: '社会福祉協議会' };
const farm = { id: 'o2', name: 'かいせい農園' };
const roles = [
  { id: 'r1', title: '見守り', organization: council },
  { id: 'r2', title: '畑の体験', organization: farm },
  { id: 'r3', title: '買い物の足', organization: null },
  { id: 'r4', title: '夕食会に誘う', organization: council },
];

describe('the map of a matter', () => {
  it('has the lines as they were drawn, with roles, then whoever has a role and no line', () => {
    const links = [
      { id: 'l1', organization: null, title: '近所の人たち', kind: 'WEAK' as const },
      { id: 'l2', organization: council, title: '', kind: 'STRONG' as const },
    ];
    expect(nodesOf({ links, roles })).toEqual([
      { id: 'l1', name: '近所の人たち', roles: [], tie: 'WEAK' },
      { id: 'l2', name: '社会福祉協議会', roles: ['見守り', '夕食会に誘う'], tie: 'STRONG' },
      { id: 'o2', name: 'かいせい農園', roles: ['畑の体験'], tie: 'ROLE' },
    ]);
  });
  it('has a place of its own for each of up to eight, and none in the middle', () => {
    for (let count = 0; count <= MOST_NODES; count += 1) {
      const taken = placesOf(count).map(String);
      expect(new Set(taken).size).toBe(count);
      expect(taken).not.toContain('0,0');
    }
    expect(placesOf(20)).toHaveLength(MOST_NODES);
  });
});
