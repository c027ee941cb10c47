/** A page's strings in both languages. */
export interface Words<Table extends object> {
  readonly 'zh-Hant': Table;
  readonly en: Table;
}

/** Defines a page's strings. The code does not compile if a string exists in only one language. */
export const words = <Table extends object>(zhHant: Table, en: NoInfer<Table>): Words<Table> => ({
  'zh-Hant': zhHant,
  en,
});
