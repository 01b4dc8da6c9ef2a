import { execFile } from 'node:child_process';
import path from 'node:path';

/** What a command-line tool said. */
export interface ToolAnswer {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a tool of this project's node_modules in `root`, which may be a planted house without any. A tool that cannot start throws. */
export function runTool(root: string, tool: string, args: string[]): Promise<ToolAnswer> {
  return new Promise((resolve, reject) => {
    const entry = path.resolve('node_modules', tool);
    execFile(process.execPath, [entry, ...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (fault, stdout, stderr) => {
      if (fault && typeof fault.code !== 'number') return reject(fault);
      resolve({ code: Number(fault?.code ?? 0), stdout, stderr });
    });
  });
}
