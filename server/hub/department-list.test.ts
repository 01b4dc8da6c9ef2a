import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressFault } from './department-address';
import { type Addresses, DepartmentList } from './department-list';

const children = 'http://127.0.0.1:4101/graphql';
const council = 'https://council.yamanashi.lan/graphql';
let dataDir: string;
let list: DepartmentList | undefined;
const onChange = vi.fn<(departments: Addresses) => void>();
const onFaults = vi.fn<(sentences: readonly string[]) => void>();

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'department-list-'));
  onChange.mockReset();
  onFaults.mockReset();
});
afterEach(() => {
  list?.close();
  rmSync(dataDir, { recursive: true });
});

const write = (...lines: string[]) => writeFileSync(path.join(dataDir, 'departments'), lines.join('\n'));
function open(settled: Record<string, string> = {}): DepartmentList {
  list = new DepartmentList({ dataDir, settled: new Map(Object.entries(settled)), onChange, onFaults });
  return list;
}
const changedTo = (departments: Record<string, string>) =>
  vi.waitFor(() => expect(onChange.mock.lastCall?.[0]).toEqual(new Map(Object.entries(departments))), { timeout: 3_000 });

describe('the list of departments', () => {
  it('is what the settings say while there is no file', () => {
    expect(open({ children }).current).toEqual(new Map([['children', children]]));
    expect(onFaults).not.toHaveBeenCalled();
  });

  it('reads comments, blank lines and lines of either kind of end', () => {
    write('# こども家庭センター', '', `children=${children}\r`, `  council = ${council}  `);
    expect(open().current).toEqual(new Map(Object.entries({ children, council })));
  });

  it('lets a line stand over a setting, and the setting stand again when the line goes', async () => {
    write(`children=${council}`);
    expect(open({ children }).current.get('children')).toBe(council);
    write('');
    await changedTo({ children });
  });

  it('tells of the file that appears, changes and goes', async () => {
    open();
    write(`children=${children}`);
    await changedTo({ children });
    write(`children=${children}`, `council=${council}`);
    await changedTo({ children, council });
    rmSync(path.join(dataDir, 'departments'));
    await changedTo({});
  });

  it('takes the good lines beside a bad one, drops nothing meanwhile, and says what is wrong', async () => {
    write(`children=${children}`);
    open();
    write('chidren http://127.0.0.1:4101/graphql', `council=${council}`);
    await changedTo({ children, council });
    expect(onFaults).toHaveBeenCalledExactlyOnceWith([expect.stringMatching(/^1行目: .*の形で書いてください。$/)]);
    write(`council=${council}`);
    await changedTo({ council });
  });

  it('keeps the address that stands when a new one is bad', async () => {
    write(`children=${children}`);
    open();
    write(
      'children=http://169.254.169.254/latest',
      `children=${council}`,
      'core=http://127.0.0.1:1/',
      `council=${council}`,
      `council=${children}`,
    );
    await vi.waitFor(() => expect(onFaults).toHaveBeenCalled(), { timeout: 3_000 });
    expect(onFaults.mock.lastCall?.[0]).toEqual([
      expect.stringContaining('169.254'),
      expect.stringContaining('core は'),
      expect.stringContaining('二度'),
    ]);
  });

  it('keeps everything when the file cannot be read', async () => {
    open({ children });
    const { mkdirSync } = await import('node:fs');
    mkdirSync(path.join(dataDir, 'departments'));
    await vi.waitFor(() => expect(onFaults).toHaveBeenCalledExactlyOnceWith([expect.stringContaining('EISDIR')]), { timeout: 3_000 });
    expect(list?.current.get('children')).toBe(children);
  });

  it('knows which departments there are, when it is told', () => {
    write(`children=${children}`, `chidren=${council}`);
    list = new DepartmentList({ dataDir, settled: new Map(), names: ['children', 'council'], onChange, onFaults });
    expect(list.current).toEqual(new Map([['children', children]]));
    expect(onFaults).toHaveBeenCalledExactlyOnceWith([expect.stringMatching(/^2行目: chidren という部署はありません/)]);
  });

  it('does not start on a setting that it would refuse in the file', () => {
    expect(() => open({ children: 'http://169.254.169.254/' })).toThrow('HUB_DEPARTMENTS');
  });
});

describe('an address that the hub may call', () => {
  it.each([children, council, 'http://10.1.2.3:80/graphql', 'http://[::1]:4101/graphql'])('may be %s', (address) => {
    expect(addressFault(address)).toBeUndefined();
  });

  it.each([
    'ftp://a.lan/',
    'file:///etc/passwd',
    'children',
    'http://',
    'http://user:secret@127.0.0.1/graphql',
    'http://169.254.169.254/latest/meta-data',
    'http://169.254.169.254./',
    'http://2852039166/',
    'http://0xa9.0xfe.0xa9.0xfe/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://metadata.google.internal/',
    'http://METADATA.google.internal./',
  ])('is never %s', (address) => {
    expect(addressFault(address)).toMatch(/。$/);
  });
});
