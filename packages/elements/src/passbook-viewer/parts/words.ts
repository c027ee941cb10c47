/** What a page says, in both languages. */
export interface Words<Table extends object> {
  readonly 'zh-Hant': Table;
  readonly en: Table;
}

/** The words of a page: what is there in Chinese is there in English, or it does not compile. */
export const words = <Table extends object>(zhHant: Table, en: NoInfer<Table>): Words<Table> => ({
  'zh-Hant': zhHant,
  en,
});
