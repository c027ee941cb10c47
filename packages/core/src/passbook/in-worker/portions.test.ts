import { expect, it } from 'vitest';
import { readPassbook } from '../read/read.js';
import { PortionCollector, portionsOf } from './portions.js';

it('joins the same passbook from portions, with one object for each product', async () => {
  const drug = (code: string, name: string) => ({ 'r1_1.1': code, 'r1_1.2': name, 'r1_1.3': '28' });
  const metformin = drug('AC23456100', 'METFORMIN 500MG');
  const visit = (day: string, orders: readonly object[]) => ({ 'r1.5': day, 'r1.7': '0001', r1_1: orders });
  const visits = Array.from({ length: 250 }, (_, index) =>
    visit('20260105', index % 2 === 0 ? [metformin, { 'r1_1.1': '09005C', 'r1_1.2': '血糖' }] : []),
  );
  const bdata = {
    'b1.1': 'A12345****',
    r1: [...visits, visit('20260106', [drug('AC98765100', 'AMLODIPINE 5MG'), metformin])],
    r6: [{ 'r6.1': '20260101', 'r6.2': '流感疫苗' }],
    x9: [{ a: '1' }],
  };
  const bytes = new TextEncoder().encode(JSON.stringify({ myhealthbank: { bdata } }));
  const { passbook } = await readPassbook([{ name: 'a.json', bytes }]);

  const collector = new PortionCollector();
  const portions = [...portionsOf(passbook)];
  for (const portion of portions) collector.add(portion);
  const joined = collector.passbook(passbook);

  expect(joined).toEqual(passbook);
  const products = joined.sections.r1.flatMap(({ orders }) => orders.flatMap(({ product }) => product ?? []));
  expect(products).toHaveLength(127);
  expect(new Set(products).size).toBe(2);
  expect(portions.map(({ products: each }) => (JSON.parse(each) as unknown[]).length)).toEqual([
    1, 0, 1, 0, 0,
  ]);
});
