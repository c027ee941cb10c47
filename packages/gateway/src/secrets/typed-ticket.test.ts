import { expect, it } from 'vitest';
import { groupTicket, newTypedTicket, readTicket } from './typed-ticket.js';

it('cannot be confused with another, even by eye', () => {
  const many = new Set(Array.from({ length: 1_000 }, newTypedTicket));
  expect(many.size).toBe(1_000);
  for (const ticket of many) expect(ticket).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
});

it('is accepted as people type it', () => {
  expect(groupTicket('7QK2M9XD4R8TW01N')).toBe('7QK2-M9XD-4R8T-W01N');
  for (const typed of ['7QK2M9XD4R8TW01N', '7qk2-m9xd-4r8t-w01n', ' 7QK2 M9XD 4R8T WOIN', '7qk2m9xd4r8twoln'])
    expect(readTicket(typed)).toBe('7QK2M9XD4R8TW01N');
});
