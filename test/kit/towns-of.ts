/** How the names of the databases begin that the workers of a run copy for their cities; `pid`: of the runner. */
export const townsOf = (pid: number): string => `hub_test_${pid}_`;
