/** The texts of a page in both languages. */
export interface Words<Table extends object> {
  readonly 'zh-Hant': Table;
  readonly en: Table;
}

/** The texts of a page. It does not compile if a text exists in only one language. */
export const words = <Table extends object>(zhHant: Table, en: NoInfer<Table>): Words<Table> => ({
  'zh-Hant': zhHant,
  en,
});
