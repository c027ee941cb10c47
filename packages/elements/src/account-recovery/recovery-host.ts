import type { NhiBasic } from '@mhb-kit/core/card';
import type { AccountClient, ServiceInfo } from '@mhb-kit/core/gateway';
import type { LitElement, TemplateResult } from 'lit';
import type { MhbAccountRecoveredEvent } from '../self-service/events.js';
import type { Problem } from '../self-service/rules.js';
import type { AttemptController } from '../base/attempt-controller.js';
import type { Field } from '../base/field.js';
import type { FormController } from '../base/form-controller.js';
import type { Translations } from '../base/translations.js';
import type { CardController } from '../card/card-controller.js';
import type { RecoveryStepsStrings } from './recovery-steps.strings.js';

/** The situations that a person can choose. */
export type Occasion = keyof RecoveryStepsStrings['occasions'];

export type Change = MhbAccountRecoveredEvent['change'];

export type FieldName =
  | 'formerNationalId'
  | 'nationalId'
  | 'password'
  | 'householdNumber'
  | 'birthDate'
  | 'mobile'
  | 'letterCode'
  | 'code';

/** The interface through which the steps use the element. */
export interface RecoveryHost {
  readonly element: LitElement;
  readonly client: () => AccountClient | undefined;
  /** Information about the service. `undefined` if the gateway could not be reached. */
  readonly service: () => ServiceInfo | undefined;
  readonly card: CardController;
  readonly attempt: AttemptController;
  /** The card that was read. `undefined` after it has been removed from the card reader. */
  readonly cardRead: () => NhiBasic | undefined;
  readonly forgetCard: () => void;
  readonly isKiosk: () => boolean;
  readonly translations: () => Translations;
  readonly renderCard: (problem?: string) => TemplateResult;
  readonly renderReader: () => TemplateResult;
  readonly renderField: (
    form: FormController<FieldName, Problem>,
    options: Field & { readonly name: FieldName },
  ) => TemplateResult;
  readonly renderSubmit: (label: string, beside?: unknown) => TemplateResult;
  readonly renderBack: (isMain?: boolean) => TemplateResult;
  /** Shows another step, announces it, and moves the focus to it. */
  readonly showStep: (change: () => void, announcement: string) => Promise<void>;
  /** Informs the page that a change is complete. */
  readonly tell: (change: Change) => void;
}
