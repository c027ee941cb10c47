import type { RecoveryStepsStrings } from './recovery-steps.strings.js';
import { selfServiceZh } from '../self-service/self-service.strings.js';

export const accountRecoveryZh = { ...selfServiceZh, heading: '換卡、換手機或恢復帳號' };

/** The strings that `<mhb-account-recovery>` shows before its steps are loaded. */
export type AccountRecoveryStrings = typeof accountRecoveryZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly 'account-recovery'?: Partial<AccountRecoveryStrings & RecoveryStepsStrings>;
  }
}
