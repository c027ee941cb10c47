/** The words around fields, shared by every form. */
export const fieldZh = {
  required: '必填',
  showPassword: '顯示密碼',
  hidePassword: '隱藏密碼',
};

export type FieldStrings = typeof fieldZh;
