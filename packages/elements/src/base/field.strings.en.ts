import type { FieldStrings } from './field.strings.js';

export const fieldEn: FieldStrings = {
  required: 'required',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
};
