/** The strings for fields, which all forms share. */
export const fieldZh = {
  required: '必填',
  showPassword: '顯示密碼',
  hidePassword: '隱藏密碼',
};

export type FieldStrings = typeof fieldZh;
