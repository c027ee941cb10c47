import { selfServiceEn } from '../self-service/self-service.strings.en.js';
import type { AccountRecoveryStrings } from './account-recovery.strings.js';

export const accountRecoveryEn: AccountRecoveryStrings = {
  ...selfServiceEn,
  heading: 'New card, lost phone or suspended account',
};
