/**
 * The meaning of a screening's result. `not-done` means that the examination was refused or missed, or that the
 * sample could not be used.
 */
export type ScreeningOutcome = 'normal' | 'abnormal' | 'not-done' | 'undecided';

const notDone =
  /未(?:執行|檢查|受檢|做|施行|完成|到檢|採檢|繳回)|拒絕|拒檢|不(?:願|同意)|取消|(?:檢體|樣本|標本)(?:不良|不足|不合格|不符|異常|遺失|破損|溶血)|退件|無法(?:判讀|檢驗|執行|施行)|重(?:新)?採|NOT DONE|REFUSED|DECLINED|UNSATISFACTORY|INADEQUATE/;
const normal =
  /(?:無|未見|未發現|沒有|未有)(?:明顯|任何|特殊|顯著){0,3}(?:異常|病灶|癌|惡性|可疑)|^正常|正常$|陰性|NORMAL|NEGATIVE|BI-?RADS[^0-9B]{0,20}[12]\b/;
const abnormal =
  /異常|不正常|陽性|可疑|疑似|惡性|癌|病變|進一步|轉介|ABNORMAL|POSITIVE|SUSPICIOUS|MALIGNAN|BI-?RADS[^0-9B]{0,20}[0345]\b/;

export function outcomeOf(result: string | null): ScreeningOutcome {
  if (result === null) return 'undecided';
  const text = result.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
  if (notDone.test(text)) return 'not-done';
  if (/ABNORMAL|不正常/.test(text)) return 'abnormal';
  if (normal.test(text)) return 'normal';
  return abnormal.test(text) ? 'abnormal' : 'undecided';
}
