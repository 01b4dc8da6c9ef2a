/** Results of a 要介護認定 (介護保険法 7, 27, 32条; 介護保険法施行規則 140条の62の4 for 事業対象者), in the city's words. */
export const careLevels: readonly string[] = [
  '非該当',
  '事業対象者',
  '要支援1',
  '要支援2',
  '要介護1',
  '要介護2',
  '要介護3',
  '要介護4',
  '要介護5',
];
