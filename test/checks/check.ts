/** What a check found. A check that saw nothing proves nothing, so the runner treats `saw: 0` as a fault. */
export interface Finding {
  /** How many files, modules or packages it looked at. */
  saw: number;
  /** One line each, with the place; empty when all is well. */
  faults: string[];
  /** Lines to print that fail nothing. */
  warnings?: string[];
}

/** One check of the house: what it looks at (plural noun for the count), and how. `root` is the folder of package.json. */
export interface Check {
  name: string;
  sees: string;
  run(root: string): Promise<Finding>;
}
